import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { Randomness } from '../../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import { AudiencePreview, type Campaign, PreviewedMember, type SeenPost } from './campaign.entity.ts';
import type { JudgedPost } from './post-facts.ts';
import { seenPost } from './seen-post.ts';

/** What a look at an audience found. */
export interface SeenAudience {
  readonly rows: readonly PreviewedMember[];
  readonly post: SeenPost | null;
}

/** Audiences as they were looked at: kept once, with a hash over all of it. */
@Injectable()
export class AudienceRows {
  constructor(private readonly randomness: Randomness) {}

  /** The preview that these rows make. Whoever has the rows can make its hash again. */
  previewOf(
    { campaignId, revision }: Pick<Campaign, 'campaignId' | 'revision'>,
    at: Pick<AudiencePreview, 'previewId' | 'takenAt' | 'plannedFor'>,
    { rows, post }: SeenAudience,
  ): AudiencePreview {
    const included = rows.filter(({ isIncluded }) => isIncluded).length;
    const { plannedFor } = at;
    const members = rows.map(({ memberNo, reason, details, standing }) => {
      return { memberNo, reason, details, ...(post !== null && { standing }) };
    });
    const sha256 = sha256OfJson({
      ...{ campaignId, revision, plannedFor, members },
      ...(post !== null && { post }),
    });
    return { ...at, campaignId, revision, included, excluded: rows.length - included, post, sha256 };
  }

  async keep(tx: Transaction, preview: AudiencePreview, rows: readonly PreviewedMember[]): Promise<void> {
    await insertRows(tx, AudiencePreview, [preview]);
    await insertRows(tx, PreviewedMember, rows);
  }

  /** Who read a post, or would have, in the moment in which it was decided on. */
  async keepPost(
    tx: Transaction,
    campaign: Campaign,
    judged: JudgedPost,
    at: number,
  ): Promise<AudiencePreview> {
    const previewId = this.randomness.uuid();
    const seen = seenPost(previewId, judged);
    const preview = this.previewOf(campaign, { previewId, takenAt: at, plannedFor: at }, seen);
    await this.keep(tx, preview, seen.rows);
    return preview;
  }

  /** Members whom a preview includes, by number. */
  async includedIn(previewId: string, manager: EntityManager): Promise<readonly number[]> {
    const rows = await manager
      .createQueryBuilder(PreviewedMember, 'member')
      .select('member.memberNo', 'memberNo')
      .where({ previewId, isIncluded: true })
      .orderBy('member.memberNo', 'ASC')
      .getRawMany<{ memberNo: number }>();
    return rows.map(({ memberNo }) => Number(memberNo));
  }
}
