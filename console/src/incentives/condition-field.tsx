import type { RuleTree } from '@siyu/shared/contracts/segment-definitions';
import { lazy, Suspense, useState } from 'react';
import type { RuleGroupType } from 'react-querybuilder';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { readTree, sameTree } from '../rules/rule-tree.ts';
import { type NamedSegment, readRule } from '../rules/rule-words.ts';
import { awardCatalogue } from './incentive-words.ts';

const RuleBuilder = lazy(() => import('../rules/rule-builder.lazy.tsx'));

interface ConditionFieldProps {
  readonly condition: RuleTree;
  /** Segments that it may name. */
  readonly segments: readonly NamedSegment[];
  readonly onChange: (condition: RuleTree) => void;
}

/** The builder over the fields of awards. What it calls its parts is no part of the rule, so that looking changes nothing. */
export function ConditionField({ condition, segments, onChange }: ConditionFieldProps) {
  const stored = readTree(condition);
  const [drawn, setDrawn] = useState(stored);
  const tree = sameTree(drawn, stored) ? drawn : stored;
  return (
    <Suspense fallback={<ListSkeleton rows={3} />}>
      <RuleBuilder
        tree={tree}
        faults={readRule(condition, segments, awardCatalogue).faults}
        segments={segments}
        catalogue={awardCatalogue}
        onChange={(next) => {
          setDrawn(next);
          if (!sameTree(next, stored)) onChange(unnamed(next));
        }}
      />
    </Suspense>
  );
}

/** A tree without the ids that the builder gives its parts. */
function unnamed({ combinator, not = false, rules }: RuleGroupType): RuleTree {
  return {
    combinator,
    not,
    rules: rules.map((part) => {
      if ('rules' in part) return unnamed(part);
      const { field, operator } = part;
      const value: unknown = part.value;
      return { field, operator, value };
    }),
  };
}
