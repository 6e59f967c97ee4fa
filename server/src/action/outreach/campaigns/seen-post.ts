import { VIEWER_STANDINGS } from '@siyu/shared/contracts/campaigns.limits';
import type { PreviewedMember, SeenPost } from './campaign.entity.ts';
import type { JudgedPost } from './post-facts.ts';

/** What is kept of a look at a post: the post as a whole, and each member who would read it once. */
export function seenPost(
  previewId: string,
  { viewers, groups, refusal, isEducationOnly }: JudgedPost,
): { readonly post: SeenPost; readonly rows: readonly PreviewedMember[] } {
  const members = new Map(viewers.flatMap((each) => (each.memberNo === null ? [] : [[each.memberNo, each]])));
  const rows = [...members]
    .sort(([one], [other]) => one - other)
    .map(([memberNo, { standing, unsuitable }]): PreviewedMember => ({
      ...{ previewId, memberNo, isIncluded: refusal === null, reason: refusal },
      ...{ details: [...unsuitable], standing },
    }));
  const standings = VIEWER_STANDINGS.map((standing) => {
    return { standing, viewers: viewers.filter((each) => each.standing === standing).length };
  }).filter(({ viewers: many }) => many > 0);
  return {
    rows,
    post: { viewers: viewers.length, refusal, isEducationOnly, standings, groups: [...groups] },
  };
}
