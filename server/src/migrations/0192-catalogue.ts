import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What points are exchanged for, and what became of it. */
export class CatalogueTables extends TablesMigration {
  constructor() {
    super(192, 'catalogue', [
      table(
        'catalogue_items',
        [
          col.publicId('item_id', { primary: true }),
          col.code('state', 16),
          col.count('version'),
          col.code('kind', 16),
          col.code('target', 40, { nullable: true }),
          col.text('title', 60),
          col.text('summary', 200),
          col.count('points'),
          col.fen('value_fen'),
          col.count('stock'),
          col.count('taken'),
          col.count('per_member'),
          col.instant('from_at'),
          col.instant('until_at'),
          col.count('valid_days', { nullable: true }),
          col.code('sha256', 64),
          col.publicId('author_id'),
          col.json('editor_ids'),
          col.publicId('review_id', { nullable: true }),
          col.instant('published_at', { nullable: true }),
          col.text('withdrawal_reason', 200, { nullable: true }),
          col.instant('created_at'),
          col.instant('updated_at'),
        ],
        {
          indexes: [
            { name: 'ix_catalogue_items_state', columns: ['state', 'created_at', 'item_id'] },
            { name: 'ix_catalogue_items_made', columns: ['created_at', 'item_id'] },
          ],
        },
      ),
      table('catalogue_takers', [
        col.memberNo('member_no', { primary: true }),
        col.publicId('item_id', { primary: true }),
        col.count('taken'),
      ]),
      table(
        'redemptions',
        [
          col.publicId('redemption_id', { primary: true }),
          col.memberNo('member_no'),
          col.memberNo('taker_no'),
          col.publicId('item_id'),
          col.count('item_version'),
          col.count('points'),
          col.publicId('coupon_id', { nullable: true }),
          col.code('state', 16),
          col.instant('redeemed_at'),
          col.instant('cancelled_at', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_redemptions_member', columns: ['member_no', 'redeemed_at', 'redemption_id'] },
            { name: 'ix_redemptions_item', columns: ['item_id', 'state'] },
          ],
        },
      ),
    ]);
  }
}
