import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Codes under cards of ours, and reports of what pretends to be the firm. */
export class Verification extends TablesMigration {
  constructor() {
    super(113, 'verification', [
      table(
        'verification_cards',
        [
          col.code('code', 8, { primary: true }),
          col.code('kind', 16),
          col.code('subject_key', 64),
          col.instant('issued_at'),
        ],
        {
          unique: [{ name: 'uq_verification_cards_subject', columns: ['kind', 'subject_key'] }],
        },
      ),
      table(
        'fake_reports',
        [
          col.publicId('report_id', { primary: true }),
          col.text('checked_text', 200, { nullable: true }),
          col.text('text', 300),
          col.code('state', 16),
          col.instant('reported_at'),
          col.instant('handled_at', { nullable: true }),
          col.publicId('handler_id', { nullable: true }),
          col.text('note', 200, { nullable: true }),
        ],
        {
          indexes: [{ name: 'ix_fake_reports_state', columns: ['state', 'reported_at', 'report_id'] }],
        },
      ),
    ]);
  }
}
