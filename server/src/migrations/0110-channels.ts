import type { QueryRunner } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Accounts, placements with their final keys, and how each member came. */
export class Channels extends TablesMigration {
  constructor() {
    super(110, 'channels', [
      table(
        'channel_accounts',
        [
          col.publicId('account_id', { primary: true }),
          col.code('owner', 16),
          col.code('platform', 24),
          col.text('name', 40),
          col.text('handle', 60),
          col.publicId('branch_id', { nullable: true }),
          col.publicId('staff_id', { nullable: true }),
          col.instant('created_at'),
        ],
        {
          unique: [{ name: 'uq_channel_accounts_handle', columns: ['platform', 'handle'] }],
          indexes: [{ name: 'ix_channel_accounts_created', columns: ['created_at', 'account_id'] }],
        },
      ),
      table(
        'placements',
        [
          col.publicId('placement_id', { primary: true }),
          col.publicId('account_id'),
          col.code('placement_key', 10),
          col.text('name', 40),
          col.code('state', 16),
          col.instant('created_at'),
        ],
        {
          unique: [
            { name: 'uq_placements_key', columns: ['placement_key'] },
            { name: 'uq_placements_name', columns: ['account_id', 'name'] },
          ],
        },
      ),
      table(
        'touches',
        [
          col.memberNo('member_no', { primary: true }),
          col.publicId('touch_id', { primary: true }),
          col.code('kind', 16),
          col.publicId('placement_id', { nullable: true }),
          col.memberNo('inviter_no', { nullable: true }),
          col.count('scene'),
          col.instant('occurred_at'),
          col.instant('recorded_at'),
        ],
        { indexes: [{ name: 'ix_touches_member', columns: ['member_no', 'occurred_at'] }] },
      ),
      table(
        'first_touches',
        [
          col.memberNo('member_no', { primary: true }),
          col.code('kind', 16),
          col.publicId('placement_id', { nullable: true }),
          col.memberNo('inviter_no', { nullable: true }),
          col.instant('touched_at', { nullable: true }),
          col.code('last_kind', 16),
          col.publicId('last_placement_id', { nullable: true }),
          col.instant('joined_at'),
          col.count('config_version', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_first_touches_joined', columns: ['joined_at'] },
            { name: 'ix_first_touches_placement', columns: ['placement_id', 'joined_at'] },
            { name: 'ix_first_touches_last', columns: ['last_placement_id', 'joined_at'] },
          ],
        },
      ),
      table('share_keys', [col.memberNo('member_no', { primary: true }), col.code('share_key', 10)], {
        unique: [{ name: 'uq_share_keys_key', columns: ['share_key'] }],
      }),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    // Who joined before this has a first touch too: nobody knows it. A run that was killed half-way goes on.
    await runner.query(
      `INSERT INTO first_touches (member_no, kind, last_kind, joined_at)
       SELECT c.member_no, 'NATURAL', 'NATURAL', MIN(c.decided_at) FROM consents c
        WHERE c.purpose = 'SERVICE' AND c.is_granted = 1
          AND NOT EXISTS (SELECT 1 FROM first_touches f WHERE f.member_no = c.member_no)
        GROUP BY c.member_no`,
    );
  }
}
