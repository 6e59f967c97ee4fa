import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Lessons taken away from members, and which of their readers were told. */
export class Withdrawals extends TablesMigration {
  constructor() {
    super(139, 'withdrawals', [
      table(
        'lesson_withdrawals',
        [
          col.publicId('withdrawal_id', { primary: true }),
          col.publicId('lesson_id'),
          col.count('version'),
          col.text('title', 60),
          col.text('reason', 200),
          col.text('correction', 500),
          col.publicId('withdrawn_by'),
          col.instant('withdrawn_at'),
          col.memberNo('after_no'),
          col.flag('is_done'),
        ],
        {
          indexes: [
            { name: 'ix_lesson_withdrawals_lesson', columns: ['lesson_id', 'withdrawn_at'] },
            { name: 'ix_lesson_withdrawals_open', columns: ['is_done', 'withdrawal_id'] },
          ],
        },
      ),
      table(
        'correction_receipts',
        [
          col.memberNo('member_no', { primary: true }),
          col.publicId('withdrawal_id', { primary: true }),
          col.instant('told_at'),
          col.instant('seen_at', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_correction_receipts_withdrawal', columns: ['withdrawal_id', 'seen_at'] },
            { name: 'ix_correction_receipts_told', columns: ['member_no', 'told_at'] },
          ],
        },
      ),
    ]);
  }
}
