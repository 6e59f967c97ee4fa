import { Injectable } from '@nestjs/common';
import type {
  CampaignMember,
  CampaignMemberQuery,
  CampaignMembers as Page,
} from '@siyu/shared/contracts/campaigns';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../../platform/http/index.ts';
import { Identity, maskedMember } from '../../../records/identity/index.ts';
import { isPostChannel } from '@siyu/shared/contracts/campaigns.limits';
import { CampaignShelf } from './campaign-shelf.ts';
import { type Campaign, CampaignDelivery, PreviewedMember } from './campaign.entity.ts';
import { PostViews } from './post-views.ts';

/** Number of the last member of a page. */
const Position = z.tuple([z.int()]);
/** Of another's book. */
const SOMEBODY = { memberId: null, displayName: '其他顾问名下的客户' } as const;
type Query = z.output<typeof CampaignMemberQuery>;

/** The members of a preview one by one, with what became of each; whoever reads them is on record. */
@Injectable()
export class CampaignMembers {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly shelf: CampaignShelf,
    private readonly views: PostViews,
  ) {}

  /** @throws {AppError} campaigns.not_found */
  async list(caller: Principal, campaignId: string, query: Query): Promise<Page> {
    const campaign = await this.shelf.get(caller, campaignId);
    const { which, limit } = query;
    const matching = which === 'dropped' ? this.#dropped(campaign, query) : this.#previewed(campaign, query);
    const total = await matching.getCount();
    const [after] = decodeCursor(query.cursor, Position) ?? [0];
    const found = await matching
      .select('one.memberNo', 'memberNo')
      .andWhere('one.memberNo > :after', { after })
      .orderBy('one.memberNo', 'ASC')
      .limit(limit + 1)
      .getRawMany<{ memberNo: number }>();
    const page = found.slice(0, limit).map(({ memberNo }) => Number(memberNo));
    const rows = await this.#rowsOf(caller, campaign, page);
    await this.database.runInTransaction((tx) =>
      this.shelf.note(tx, campaignId, caller, 'campaigns.list_members', {
        which,
        members: rows.length,
        total,
      }),
    );
    const last = found.length > limit ? page.at(-1) : undefined;
    return { rows, total, nextCursor: last === undefined ? null : encodeCursor([last]) };
  }

  #previewed({ previewId }: Campaign, { which, reason }: Query) {
    const isIncluded = which === 'included';
    const query = this.database.read
      .createQueryBuilder(PreviewedMember, 'one')
      .where({ previewId: previewId ?? '', isIncluded });
    return reason === undefined ? query : query.andWhere('one.reason = :reason', { reason });
  }

  #dropped({ campaignId }: Campaign, { reason }: Query) {
    const query = this.database.read
      .createQueryBuilder(CampaignDelivery, 'one')
      .where({ campaignId, state: 'DROPPED' });
    return reason === undefined ? query : query.andWhere('one.reason = :reason', { reason });
  }

  /** A few statements for a page. Who reads a post and is in no book that the caller may see keeps their name. */
  async #rowsOf(
    caller: Principal,
    { campaignId, previewId, channel }: Campaign,
    memberNos: readonly number[],
  ): Promise<CampaignMember[]> {
    if (memberNos.length === 0) return [];
    const memberNo = In([...memberNos]);
    const [previewed, deliveries, members] = await Promise.all([
      this.database.read.findBy(PreviewedMember, { previewId: previewId ?? '', memberNo }),
      this.database.read.findBy(CampaignDelivery, { campaignId, memberNo }),
      this.identity.listMembers(memberNos),
    ]);
    const seen = new Map(previewed.map((row) => [row.memberNo, row]));
    const became = new Map(deliveries.map((row) => [row.memberNo, row]));
    const people = new Map(members.map((member) => [member.memberNo, member]));
    const isSeen = isPostChannel(channel) ? await this.views.seenBy(caller, memberNos) : () => true;
    return memberNos.flatMap((each): CampaignMember[] => {
      const [member, row, delivery] = [people.get(each), seen.get(each), became.get(each)];
      if (member === undefined || row === undefined) return [];
      const { memberId, displayName } = isSeen(each) ? maskedMember(member) : SOMEBODY;
      const shown = { memberId, displayName, reason: row.reason, details: row.details };
      if (delivery === undefined) return [{ ...shown, delivery: null }];
      const { state, reason, details, settledAt, decidedAt } = delivery;
      const at = new Date(settledAt ?? decidedAt).toISOString();
      return [{ ...shown, delivery: { state, reason, details, at } }];
    });
  }
}
