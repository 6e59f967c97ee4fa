import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Files of everything that is kept of a member, for the member. */
export class CopyOrders extends TablesMigration {
  constructor() {
    super(158, 'copy-orders', [
      table(
        'copy_orders',
        [
          col.publicId('order_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('format', 8),
          col.code('state', 16),
          col.instant('requested_at'),
          col.count('entries_done'),
          col.count('entries_total'),
          col.count('attempts'),
          col.count('draft_fence', { nullable: true }),
          col.fen('draft_bytes'),
          col.code('position', 64, { nullable: true }),
          col.publicId('file_id', { nullable: true }),
          col.count('bytes', { nullable: true }),
          col.instant('finished_at', { nullable: true }),
          col.instant('expires_at', { nullable: true }),
          col.count('downloads'),
        ],
        {
          indexes: [
            { name: 'ix_copy_orders_member', columns: ['member_no', 'requested_at'] },
            { name: 'ix_copy_orders_state', columns: ['state', 'requested_at'] },
          ],
        },
      ),
    ]);
  }
}
