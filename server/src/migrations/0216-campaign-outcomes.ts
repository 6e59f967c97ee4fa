import type { QueryRunner } from 'typeorm';
import { addColumns, col, table, TablesMigration } from '../platform/database/index.ts';

/** What came of campaigns: on which side of a segment's lot members stood, how long counting goes on, and what was counted. */
export class CampaignOutcomeTables extends TablesMigration {
  constructor() {
    super(216, 'campaign-outcomes', [
      table(
        'preview_arms',
        [
          col.publicId('preview_id', { primary: true }),
          col.code('segment_key', 32, { primary: true }),
          col.memberNo('member_no', { primary: true }),
          col.flag('is_held_out'),
        ],
        { indexes: [{ name: 'ix_preview_arms_member', columns: ['member_no'] }] },
      ),
      table('campaign_outcomes', [
        col.publicId('campaign_id', { primary: true }),
        col.instant('counted_at'),
        col.json('figures'),
      ]),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'campaigns', [
      { column: col.instant('began_at', { nullable: true }) },
      { column: col.instant('results_until', { nullable: true }) },
    ]);
  }
}
