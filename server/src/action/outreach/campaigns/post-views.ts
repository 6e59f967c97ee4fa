import { Injectable } from '@nestjs/common';
import type { CampaignDetail, PostPreview } from '@siyu/shared/contracts/campaigns';
import { POST_VIEWERS_NAMED, type ViewerStanding } from '@siyu/shared/contracts/campaigns.limits';
import { Database } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { GroupViewers } from '../../../records/communities/index.ts';
import { Identity, maskedMember } from '../../../records/identity/index.ts';
import { type AudiencePreview, type Campaign, PreviewedMember, type SeenDetail } from './campaign.entity.ts';

/** Of those who force a post, so many are looked through for what speaks against it and for those of the own book. */
const LOOKED_AT = 200;

/** A look at a post as staff see it: who forces it to be education, by name where the caller may know it. */
@Injectable()
export class PostViews {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly groups: GroupViewers,
  ) {}

  /** Groups of a draft, by name. */
  async groupsOf({ groupIds }: Campaign): Promise<CampaignDetail['groups']> {
    const names = await this.groups.namesOf(groupIds);
    return groupIds.map((groupId) => ({ groupId, name: names.get(groupId) ?? '' }));
  }

  /** Null for what goes to members one by one. */
  async of(caller: Principal, { previewId, post }: AudiencePreview): Promise<PostPreview | null> {
    if (post === null) return null;
    const { viewers, refusal, isEducationOnly, standings, groups } = post;
    const forcing = standings.filter(({ standing }) => standing !== 'SUITABLE');
    const forcedBy: PostPreview['forcedBy'] = [];
    for (const { standing, viewers: many } of forcing)
      forcedBy.push({
        standing,
        viewers: many,
        ...(await this.#seen(caller, previewId, standing)),
      });
    return { viewers, refusal, isEducationOnly, forcedBy, groups: [...groups] };
  }

  /** Whether a caller may know who somebody is: those of the own book; compliance everybody. */
  async seenBy(
    { id, roles }: Principal,
    memberNos: readonly number[],
  ): Promise<(memberNo: number) => boolean> {
    if (roles.includes('compliance')) return () => true;
    const advisers = await this.identity.advisersOf(memberNos);
    return (memberNo) => advisers.get(memberNo) === id;
  }

  async #seen(
    caller: Principal,
    previewId: string,
    standing: ViewerStanding,
  ): Promise<Pick<PostPreview['forcedBy'][number], 'people' | 'details'>> {
    const rows = await this.database.read.find(PreviewedMember, {
      where: { previewId, standing },
      order: { memberNo: 'ASC' },
      take: LOOKED_AT,
    });
    const memberNos = rows.map(({ memberNo }) => memberNo);
    const isSeen = await this.seenBy(caller, memberNos);
    const named = memberNos.filter(isSeen);
    const members = await this.identity.listMembers(named.slice(0, POST_VIEWERS_NAMED));
    const details = new Map<string, SeenDetail>(
      rows.flatMap((row) => row.details.map((each) => [`${each.code} ${each.about}`, each] as const)),
    );
    return {
      people: members.map((member) => {
        const { memberId, displayName } = maskedMember(member);
        return { memberId, displayName };
      }),
      details: standing === 'UNSUITABLE' ? [...details.values()] : [],
    };
  }
}
