import type { ContentDraft } from '@siyu/shared/contracts/content';
import type { ContentKind } from '@siyu/shared/contracts/content.limits';

/** Kinds that are written here from nothing; a lesson comes as a file. */
export const WRITTEN_KINDS = ['article', 'card', 'poster'] as const satisfies readonly ContentKind[];
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

const written = { title: '', source: '', riskNote: '', stages: [], groups: [] };

/** A text of this kind before its first word. */
export function emptyDraft(kind: WrittenKind): ContentDraft {
  switch (kind) {
    case 'article':
      return { kind, label: 'education', ...written, summary: '', minutes: 3, body: '' };
    case 'card':
      return { kind, label: 'education', ...written, summary: '', targetId: null };
    case 'poster':
      return {
        kind,
        label: 'education',
        ...written,
        picture: { pictureId: '', alt: '', width: 0, height: 0 },
        targetId: null,
      };
  }
}
