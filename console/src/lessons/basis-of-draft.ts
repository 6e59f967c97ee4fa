import type { ContentDraft } from '@siyu/shared/contracts/content';
import { basisSentence } from '@siyu/shared/messages';

/** What a draft's readers are told it rests on; null for education, and while nobody has said it. */
export function basisOfDraft({ label, basis }: Pick<ContentDraft, 'label' | 'basis'>): string | null {
  return label !== 'advice' || basis === null || basis === undefined ? null : basisSentence(basis);
}
