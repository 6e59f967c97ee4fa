import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Calls to clients by somebody who does not look after them. */
export class FollowUpCallTables extends TablesMigration {
  constructor() {
    super(154, 'follow-up-calls', [
      table(
        'follow_up_calls',
        [
          col.publicId('call_id', { primary: true }),
          col.code('order_key', 100),
          col.memberNo('member_no'),
          col.publicId('branch_id', { nullable: true }),
          col.code('reason', 20),
          col.code('state', 16),
          col.count('step_no'),
          col.publicId('owner_id', { nullable: true }),
          col.day('due_on'),
          col.instant('ordered_at'),
          col.code('outcome', 16, { nullable: true }),
          col.text('trading_plan', 300, { nullable: true }),
          col.publicId('complaint_id', { nullable: true }),
          col.instant('restricted_at', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_follow_up_calls_order', columns: ['order_key'] }],
          indexes: [
            { name: 'ix_follow_up_calls_due', columns: ['state', 'due_on', 'call_id'] },
            { name: 'ix_follow_up_calls_member', columns: ['member_no', 'ordered_at'] },
            { name: 'ix_follow_up_calls_owner', columns: ['owner_id', 'state'] },
          ],
        },
      ),
    ]);
  }
}
