import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { useState } from 'react';
import type { RuleGroupType } from 'react-querybuilder';
import { firstTree, readTree, sameTree } from '../rules/rule-tree.ts';

/** What is being drawn. */
export interface SegmentDraft {
  readonly name: string;
  readonly purpose: string;
  readonly tree: RuleGroupType;
  readonly holdoutPercent: number;
}

const NOTHING: SegmentDraft = { name: '', purpose: '', tree: firstTree(), holdoutPercent: 0 };

/** The edit in progress, beside what is stored: the draft, or without one what is live. */
export function useSegmentDraft(definition: SegmentDefinition | null) {
  const [draft, setDraft] = useState(() => (definition === null ? NOTHING : storedDraft(definition)));
  const stored = definition === null ? NOTHING : storedDraft(definition);
  const isEdited =
    draft.name.trim() !== stored.name ||
    draft.purpose.trim() !== stored.purpose ||
    draft.holdoutPercent !== stored.holdoutPercent ||
    !sameTree(draft.tree, stored.tree);
  return {
    draft,
    isEdited,
    change: (next: Partial<SegmentDraft>) => setDraft((before) => ({ ...before, ...next })),
  };
}

function storedDraft({ name, purpose, draft, versions }: SegmentDefinition): SegmentDraft {
  const kept = draft ?? versions[0];
  return {
    name,
    purpose,
    tree: kept === undefined ? firstTree() : readTree(kept.rule),
    holdoutPercent: kept?.holdoutPercent ?? 0,
  };
}
