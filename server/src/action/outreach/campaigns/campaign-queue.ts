import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../../platform/database/index.ts';
import { type Campaign, CampaignDelivery, PreviewedMember } from './campaign.entity.ts';
import type { MemberVerdict } from './judge-member.ts';

/** Whom a campaign reaches of a part of its audience, and why not the others. */
export type Verdicts = ReadonlyMap<number, MemberVerdict>;

/** Who is still to get a campaign: everybody of its preview stands here before the first is decided on. */
@Injectable()
export class CampaignQueue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One statement for the whole audience, which `CAMPAIGN_AUDIENCE_MAX` bounds. */
  async fill({ manager }: Transaction, { campaignId, previewId }: Campaign): Promise<void> {
    await manager.query(
      `INSERT INTO campaign_deliveries (campaign_id, member_no, state, details, decided_at)
       SELECT ?, member_no, 'QUEUED', '[]', ? FROM previewed_members WHERE preview_id = ? AND is_included = 1`,
      [campaignId, this.clock.now(), previewId],
    );
  }

  /** The next members of a preview, by number; each of them stands in the queue, or was withdrawn from it. */
  async next(previewId: string, after: number, limit: number): Promise<readonly number[]> {
    const rows = await this.database.read
      .createQueryBuilder(PreviewedMember, 'member')
      .select('member.memberNo', 'memberNo')
      .where({ previewId, isIncluded: true })
      .andWhere('member.memberNo > :after', { after })
      .orderBy('member.memberNo', 'ASC')
      .limit(limit)
      .getRawMany<{ memberNo: number }>();
    return rows.map(({ memberNo }) => Number(memberNo));
  }

  /**
   * Writes down what was decided of a part.
   * @param batchKey of the task that those who get it went into; null: a card, which is sent by standing here
   * @throws {Error} when one of them was decided on before
   */
  async settle(
    tx: Transaction,
    campaignId: string,
    verdicts: Verdicts,
    batchKey: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    const sent = sentOf(verdicts);
    if (sent.length > 0) {
      const { affected } = await tx.manager
        .createQueryBuilder()
        .update(CampaignDelivery)
        .set(
          batchKey === null
            ? { state: 'SENT', decidedAt: now, settledAt: now }
            : { batchKey, decidedAt: now },
        )
        .where({ campaignId, memberNo: In(sent), state: 'QUEUED', batchKey: IsNull() })
        .execute();
      if (affected !== sent.length)
        throw new Error(`${String(affected)} of ${sent.length} were in the queue`);
    }
    const dropped = [...verdicts].flatMap(([memberNo, { reason, details }]): CampaignDelivery[] => {
      if (reason === null) return [];
      const decided = { reason, details: [...details], decidedAt: now, settledAt: now };
      return [{ campaignId, memberNo, state: 'DROPPED', batchKey: null, ...decided }];
    });
    if (dropped.length > 0) await upsertRows(tx, CampaignDelivery, dropped);
  }
}

/** Those whom nothing speaks against. */
export const sentOf = (verdicts: Verdicts): number[] =>
  [...verdicts].flatMap(([memberNo, { reason }]) => (reason === null ? [memberNo] : []));
