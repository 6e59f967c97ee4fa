import type { ContentCard } from '@siyu/shared/contracts/content';
import { say } from '../words/say';

/** What a text is. What a phone has kept from before there were labels is education. */
export function labelInWords({ label }: Pick<ContentCard, 'label'>): string {
  return say(label === 'advice' ? 'label.advice' : 'label.education');
}

/** Who answers for what has no page of its own, with the number; null when nobody registered does. */
export function authorInWords({ label, signedBy }: Pick<ContentCard, 'label' | 'signedBy'>): string | null {
  if (signedBy === null) return null;
  return say(label === 'advice' ? 'label.signed' : 'lesson.author.registered', signedBy);
}

/** Under whose name and number advice is given; null for education. */
export function signatureInWords({
  label,
  signedBy,
}: Pick<ContentCard, 'label' | 'signedBy'>): string | null {
  return label === 'advice' && signedBy !== null ? say('label.signed', signedBy) : null;
}
