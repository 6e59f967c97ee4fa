import {
  type PostRefusal,
  VIEWER_STANDINGS,
  type ViewerStanding,
} from '@siyu/shared/contracts/campaigns.limits';
import type { SeenDetail } from './campaign.entity.ts';

/** Somebody who would read a post, as far as is known. */
export interface PostViewer {
  /** Null: tied to no member of ours. */
  readonly memberNo: number | null;
  /** Of a member: whether the own assessment counts now. */
  readonly assessment: 'NONE' | 'EXPIRED' | 'COUNTS';
  /** What speaks against the products of the post; empty: nothing, or there are none. */
  readonly unsuitable: readonly SeenDetail[];
}
/** A post as a whole at this moment. */
export interface AskedPost {
  readonly isAdvice: boolean;
  readonly hasProducts: boolean;
  readonly hasPrivateProduct: boolean;
  /** Every group is there, and is the sender's. */
  readonly ownsGroups: boolean;
}
export interface PostVerdict {
  /** Of nobody: SUITABLE, which lets pass nothing, since nobody reads it. */
  readonly strictest: ViewerStanding;
  /** Nothing but education may stand there. */
  readonly isEducationOnly: boolean;
  /** Null: it may go out. */
  readonly refusal: PostRefusal | null;
}

/** What one viewer is. Whatever is unknown is strict. */
export function standingOf({ memberNo, assessment, unsuitable }: PostViewer): ViewerStanding {
  if (memberNo === null) return 'UNLINKED';
  if (assessment === 'NONE') return 'NOT_ASSESSED';
  if (assessment === 'EXPIRED') return 'EXPIRED';
  return unsuitable.length > 0 ? 'UNSUITABLE' : 'SUITABLE';
}

/**
 * Whether a post may stand where all of these read it: as much as its strictest viewer lets pass, whoever the others are
 * (I-07). One more viewer never loosens it. Private products and advice stand nowhere where others read along.
 */
export function judgePost(post: AskedPost, viewers: readonly PostViewer[]): PostVerdict {
  const standings = new Set(viewers.map(standingOf));
  const strictest = VIEWER_STANDINGS.find((standing) => standings.has(standing)) ?? 'SUITABLE';
  const isEducationOnly = strictest !== 'SUITABLE';
  const holds: readonly (readonly [PostRefusal, boolean])[] = [
    ['NOBODY', viewers.length === 0],
    ['NOT_OWN_GROUP', !post.ownsGroups],
    ['ADVICE', post.isAdvice],
    ['PRIVATE_PRODUCT', post.hasPrivateProduct],
    ['STRICTER_VIEWER', post.hasProducts && isEducationOnly],
  ];
  return { strictest, isEducationOnly, refusal: holds.find(([, isSo]) => isSo)?.[0] ?? null };
}
