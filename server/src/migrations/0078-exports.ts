import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Lists that leave as files, each agreed to by a second person. */
export class Exports extends TablesMigration {
  constructor() {
    super(78, 'exports', [
      table(
        'exports',
        [
          col.publicId('export_id', { primary: true }),
          col.code('kind', 32),
          col.code('state', 16),
          col.json('query'),
          col.json('columns'),
          col.text('reason', 200),
          col.code('sha256', 64),
          col.publicId('requester_id'),
          col.instant('requested_at'),
          col.publicId('decider_id', { nullable: true }),
          col.instant('decided_at', { nullable: true }),
          col.count('rows_expected'),
          col.count('rows_done'),
          col.count('draft_fence', { nullable: true }),
          col.fen('draft_bytes'),
          col.code('position', 255, { nullable: true }),
          col.count('attempts'),
          col.instant('started_at', { nullable: true }),
          col.instant('finished_at', { nullable: true }),
          col.instant('expires_at', { nullable: true }),
          col.publicId('file_id', { nullable: true }),
          col.count('downloads'),
          col.code('failure_code', 64, { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_exports_requester', columns: ['requester_id', 'requested_at', 'export_id'] },
            { name: 'ix_exports_state', columns: ['state', 'requested_at'] },
          ],
        },
      ),
    ]);
  }
}
