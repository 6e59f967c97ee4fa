import type { QueryRunner } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

const tables = [
  table('jobs', [
    col.code('name', 64, { primary: true }),
    col.code('owner', 64, { nullable: true }),
    col.instant('lease_until'),
    col.count('fence'),
    col.json('progress', { nullable: true }),
    col.flag('is_cancelled'),
    col.instant('finished_at', { nullable: true }),
    col.text('last_error', 500, { nullable: true }),
  ]),
  table('outbox_events', [
    col.publicId('id', { primary: true }),
    col.code('type', 64),
    col.count('version'),
    col.memberNo('subject_no', { nullable: true }),
    col.count('subject_seq', { nullable: true }),
    col.instant('occurred_at'),
    col.instant('recorded_at'),
    col.code('causation_id', 64, { nullable: true }),
    col.json('payload'),
  ]),
  table(
    'outbox_deliveries',
    [
      col.publicId('event_id', { primary: true }),
      col.code('consumer', 64, { primary: true }),
      col.code('state', 16),
      col.memberNo('subject_no', { nullable: true }),
      col.count('subject_seq', { nullable: true }),
      col.count('attempts'),
      col.instant('next_at'),
      col.instant('done_at', { nullable: true }),
      col.text('last_error', 500, { nullable: true }),
    ],
    {
      indexes: [
        { name: 'ix_outbox_deliveries_due', columns: ['state', 'consumer', 'next_at'] },
        { name: 'ix_outbox_deliveries_subject', columns: ['consumer', 'subject_no', 'subject_seq'] },
      ],
    },
  ),
  table(
    'files',
    [
      col.publicId('id', { primary: true }),
      col.code('sha256', 64),
      col.count('bytes'),
      col.code('type', 100),
      col.code('purpose', 32),
      col.code('grade', 2),
      col.instant('stored_at'),
    ],
    { indexes: [{ name: 'ix_files_sha256', columns: ['sha256'] }] },
  ),
  table('first_answers', [
    col.publicId('principal_id', { primary: true }),
    col.code('request_key', 64, { primary: true }),
    col.code('request_sha256', 64),
    col.json('answer'),
    col.instant('answered_at'),
  ]),
  table('secrets', [col.code('name', 64, { primary: true }), col.code('value', 128), col.instant('made_at')]),
];

export class Platform extends TablesMigration {
  constructor() {
    super(1, 'platform', tables);
  }

  override async up(runner: QueryRunner): Promise<void> {
    if (runner.dataSource.options.type !== 'better-sqlite3') {
      // Texts compare byte by byte on both engines, whatever the database was made with.
      await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    }
    await super.up(runner);
  }
}
