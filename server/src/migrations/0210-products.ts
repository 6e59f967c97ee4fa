import { col, table, TablesMigration } from '../platform/database/index.ts';

/** The register of products, and every level that two people agreed on. */
export class Products extends TablesMigration {
  constructor() {
    super(210, 'products', [
      table(
        'products',
        [
          col.publicId('product_id', { primary: true }),
          col.code('code', 32),
          col.text('name', 60),
          col.code('type', 24),
          col.code('state', 16),
          col.code('level', 8, { nullable: true }),
          col.day('level_valid_until', { nullable: true }),
          col.count('horizon_months', { nullable: true }),
          col.flag('is_private'),
          col.count('version'),
          col.code('sha256', 64),
          col.publicId('author_id'),
          col.json('editor_ids'),
          col.publicId('review_id', { nullable: true }),
          col.text('end_reason', 200, { nullable: true }),
          col.instant('created_at'),
          col.instant('updated_at'),
        ],
        {
          unique: [{ name: 'uq_products_code', columns: ['code'] }],
          indexes: [
            { name: 'ix_products_state', columns: ['state', 'created_at', 'product_id'] },
            { name: 'ix_products_made', columns: ['created_at', 'product_id'] },
          ],
        },
      ),
      table('product_levels', [
        col.publicId('product_id', { primary: true }),
        col.count('version', { primary: true }),
        col.code('level', 8),
        col.day('valid_until'),
        col.code('sha256', 64),
        col.publicId('decider_id'),
        col.instant('decided_at'),
      ]),
    ]);
  }
}
