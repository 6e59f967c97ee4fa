import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Who means to watch a live, who watched it, who attended, and what was said. */
export class LiveAudience extends TablesMigration {
  constructor() {
    super(169, 'live-audience', [
      table(
        'live_reservations',
        [
          col.publicId('live_id', { primary: true }),
          col.memberNo('member_no', { primary: true }),
          col.instant('reserved_at'),
          col.instant('withdrawn_at', { nullable: true }),
        ],
        { indexes: [{ name: 'ix_live_reservations_member', columns: ['member_no', 'reserved_at'] }] },
      ),
      table(
        'live_viewings',
        [
          col.publicId('live_id', { primary: true }),
          col.memberNo('member_no', { primary: true }),
          col.count('visit_no', { primary: true }),
          col.instant('from_at'),
          col.instant('until_at'),
        ],
        {
          indexes: [
            { name: 'ix_live_viewings_until', columns: ['live_id', 'until_at'] },
            { name: 'ix_live_viewings_member', columns: ['member_no', 'from_at'] },
          ],
        },
      ),
      table(
        'live_attendances',
        [
          col.publicId('live_id', { primary: true }),
          col.memberNo('member_no', { primary: true }),
          col.count('minutes', { nullable: true }),
          col.instant('counted_at'),
        ],
        { indexes: [{ name: 'ix_live_attendances_member', columns: ['member_no', 'counted_at'] }] },
      ),
      table(
        'live_chats',
        [
          col.publicId('chat_id', { primary: true }),
          col.publicId('live_id'),
          col.memberNo('member_no'),
          col.text('text', 100),
          col.code('state', 16),
          col.count('seq', { nullable: true }),
          col.json('doubts'),
          col.code('refused_code', 64, { nullable: true }),
          col.instant('sent_at'),
          col.publicId('decider_id', { nullable: true }),
          col.instant('decided_at', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_live_chats_seq', columns: ['live_id', 'seq'] }],
          indexes: [
            { name: 'ix_live_chats_live', columns: ['live_id', 'sent_at', 'chat_id'] },
            { name: 'ix_live_chats_state', columns: ['live_id', 'state', 'seq'] },
            { name: 'ix_live_chats_member', columns: ['member_no', 'sent_at'] },
          ],
        },
      ),
    ]);
  }
}
