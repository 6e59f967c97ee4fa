import { Injectable } from '@nestjs/common';
import type { PostRefusal, ViewerStanding } from '@siyu/shared/contracts/campaigns.limits';
import { dayOfInstant } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { WecomApi } from '../../../foundation/wechat/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { GroupViewers, type OwnedGroup } from '../../../records/communities/index.ts';
import { InvestorStanding, type KnownInvestor } from '../../../records/suitability/index.ts';
import { CampaignFacts, type KnownCampaign, productIdsOf } from './campaign-facts.ts';
import type { Campaign, SeenDetail } from './campaign.entity.ts';
import { judgePost, type PostVerdict, type PostViewer, standingOf } from './judge-post.ts';

/** So many members are asked about together. */
const PART = 200;

/** Who WeCom says reads a post: asked outside of a transaction, judged within. */
export interface PostAudience {
  /** Those of the chosen groups that are the sender's; empty for Moments. */
  readonly groups: readonly OwnedGroup[];
  /** Null: the groups say, as they are kept. */
  readonly contacts: readonly string[] | null;
}
/** Somebody who reads a post, with what they are. */
export interface JudgedViewer extends PostViewer {
  readonly personId: string;
  readonly standing: ViewerStanding;
}
/** A post with all who would read it. */
export interface JudgedPost extends PostVerdict {
  readonly viewers: readonly JudgedViewer[];
  /** How many read it in each group. */
  readonly groups: readonly { readonly groupId: string; readonly name: string; readonly viewers: number }[];
}

/** Facts that decide what a post may be; the preview and the sending read them alike (I-07). */
@Injectable()
export class PostFacts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wecom: WecomApi,
    private readonly groupViewers: GroupViewers,
    private readonly standing: InvestorStanding,
    private readonly facts: CampaignFacts,
  ) {}

  /** Asks WeCom who reads it now. @throws {WechatError} */
  async audienceOf({ channel, groupIds }: Campaign, senderWecomUserId: string): Promise<PostAudience> {
    if (channel === 'MOMENTS_TASK')
      return { groups: [], contacts: await this.wecom.contactsOf(senderWecomUserId) };
    await this.groupViewers.renew(groupIds);
    return { groups: await this.groupsOf(groupIds, senderWecomUserId), contacts: null };
  }

  /** What is kept of it, without asking WeCom. */
  async groupsOf(groupIds: readonly string[], senderWecomUserId: string): Promise<readonly OwnedGroup[]> {
    const owned = await this.groupViewers.ownedBy(senderWecomUserId);
    return owned.filter(({ groupId }) => groupIds.includes(groupId));
  }

  /** Decides by what is known in this transaction. */
  async judge(manager: EntityManager, known: KnownCampaign, audience: PostAudience): Promise<JudgedPost> {
    const { campaign, products } = known;
    const { groups, contacts } = audience;
    const seats =
      contacts === null
        ? await this.groupViewers.of(
            groups.map(({ groupId }) => groupId),
            manager,
          )
        : contacts.map((personId) => ({ groupId: null, personId }));
    const personIds = [...new Set(seats.map(({ personId }) => personId))].sort();
    const members = new Map<string, number>();
    for (const part of partsOf(personIds))
      for (const [personId, memberNo] of await this.groupViewers.membersOf(part, manager))
        members.set(personId, memberNo);
    const memberNos = [...new Set(members.values())].sort((one, other) => one - other);
    const standings = new Map<number, KnownInvestor>();
    const unsuitable = new Map<number, readonly SeenDetail[]>();
    for (const part of partsOf(memberNos)) {
      for (const [memberNo, each] of await this.standing.ofAll(part, manager)) standings.set(memberNo, each);
      for (const [memberNo, seen] of await this.facts.unsuitableTo(manager, known, part))
        unsuitable.set(memberNo, seen);
    }
    const today = dayOfInstant(this.clock.now());
    const viewers = personIds.map((personId): JudgedViewer => {
      const memberNo = members.get(personId) ?? null;
      const viewer: PostViewer = {
        memberNo,
        assessment: assessmentOf(standings.get(memberNo ?? 0), today),
        unsuitable: unsuitable.get(memberNo ?? 0) ?? [],
      };
      return { ...viewer, personId, standing: standingOf(viewer) };
    });
    const verdict = judgePost(
      {
        isAdvice: known.isAdvice,
        hasProducts: productIdsOf(campaign).length > 0,
        hasPrivateProduct: [...products.values()].some(
          ({ matched: { isPrivate, type } }) => isPrivate || type === 'PRIVATE_FUND',
        ),
        ownsGroups: campaign.channel === 'MOMENTS_TASK' || groups.length === campaign.groupIds.length,
      },
      viewers,
    );
    return {
      ...verdict,
      viewers,
      groups: groups.map(({ groupId, name }) => {
        return { groupId, name, viewers: seats.filter((seat) => seat.groupId === groupId).length };
      }),
    };
  }

  /** The same outside of a transaction. */
  look(known: KnownCampaign, audience: PostAudience): Promise<JudgedPost> {
    return this.judge(this.database.read, known, audience);
  }
}

function assessmentOf(known: KnownInvestor | undefined, today: number): PostViewer['assessment'] {
  if (known === undefined || known.investor.level === null) return 'NONE';
  const { validUntil, hasChanged, hasRefusedInformation } = known.investor;
  const isOver = validUntil === null || validUntil <= today || hasChanged || hasRefusedInformation;
  return isOver ? 'EXPIRED' : 'COUNTS';
}

const partsOf = <Each>(all: readonly Each[]): readonly (readonly Each[])[] =>
  Array.from({ length: Math.ceil(all.length / PART) }, (_, nth) => all.slice(nth * PART, (nth + 1) * PART));

/** What of a member's verdict a post that does not go out leaves behind. */
export const refusedFor = (refusal: PostRefusal, { unsuitable }: JudgedViewer) => {
  return { reason: refusal, details: [...unsuitable] };
};
