import { type QueryRunner, TableIndex } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What the trail is searched by; the id of a row grows with time. */
const INDEXES = [
  { name: 'ix_audit_rows_actor', columnNames: ['actor_id', 'row_id'] },
  { name: 'ix_audit_rows_subject', columnNames: ['subject_id', 'row_id'] },
  { name: 'ix_audit_rows_action', columnNames: ['action', 'row_id'] },
];

/** The trail can be searched by staff, and verified on their word. */
export class Trail extends TablesMigration {
  constructor() {
    super(70, 'trail', [
      table(
        'trail_verifications',
        [
          col.publicId('verification_id', { primary: true }),
          col.publicId('requester_id'),
          col.instant('requested_at'),
          col.code('state', 16),
          col.code('open_key', 8, { nullable: true }),
          col.instant('finished_at', { nullable: true }),
          col.json('verdict', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_trail_verifications_open', columns: ['open_key'] }],
          indexes: [
            { name: 'ix_trail_verifications_requested', columns: ['requested_at', 'verification_id'] },
          ],
        },
      ),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const rows = await runner.getTable('audit_rows');
    for (const index of INDEXES) {
      // A migration that was killed between two of them goes on here.
      if (rows?.indices.some(({ name }) => name === index.name) === true) continue;
      await runner.createIndex('audit_rows', new TableIndex(index));
    }
  }
}
