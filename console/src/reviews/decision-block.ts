import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { clientErrorSentence, reviewStateNames } from '@siyu/shared/messages';

interface Situation {
  readonly review: Pick<ReviewRow, 'state' | 'requesterId' | 'subjectSha256'>;
  readonly staff: { readonly staffId: string; readonly roles: readonly Role[] };
  /** Hash of the text on the screen. */
  readonly seenSha256: string;
}

/** Why this person cannot decide this review now, as a sentence; null when they can. The server checks again. */
export function decisionBlock({ review, staff, seenSha256 }: Situation): string | null {
  if (review.state !== 'OPEN') return `这份复核${reviewStateNames[review.state]}。`;
  if (review.requesterId === staff.staffId) return clientErrorSentence('reviews.own_request');
  if (!staff.roles.includes('compliance')) return '复核由合规同事决定，您可以在这里看到进展。';
  return review.subjectSha256 === seenSha256 ? null : clientErrorSentence('reviews.hash_differs');
}
