import { col, table, TablesMigration } from '../platform/database/index.ts';

const balances = () =>
  table('points_balances', [
    col.memberNo('member_no', { primary: true }),
    col.count('posting_no'),
    col.count('entry_no'),
    col.count('lot_no'),
    col.count('pending_points'),
    col.count('available_points'),
    col.count('redeemed_points'),
    col.count('expired_points'),
    col.count('reversed_points'),
    col.fen('pending_fen'),
    col.fen('available_fen'),
    col.fen('redeemed_fen'),
    col.fen('expired_fen'),
    col.fen('reversed_fen'),
  ]);

const lots = () =>
  table(
    'points_lots',
    [
      col.memberNo('member_no', { primary: true }),
      col.count('lot_no', { primary: true }),
      col.code('source_kind', 16),
      col.code('source_id', 64),
      col.count('issued_points'),
      col.fen('issued_fen'),
      col.count('pending_points'),
      col.fen('pending_fen'),
      col.count('available_points'),
      col.fen('available_fen'),
      col.count('written_off_points'),
      col.instant('pending_until', { nullable: true }),
      col.day('expires_on', { nullable: true }),
      col.day('lapses_on', { nullable: true }),
    ],
    {
      unique: [{ name: 'uq_points_lots_source', columns: ['source_kind', 'source_id'] }],
      indexes: [
        { name: 'ix_points_lots_lapse', columns: ['lapses_on', 'member_no'] },
        { name: 'ix_points_lots_pending', columns: ['pending_until', 'member_no'] },
      ],
    },
  );

const postings = () =>
  table(
    'points_postings',
    [
      col.memberNo('member_no', { primary: true }),
      col.count('posting_no', { primary: true }),
      col.code('kind', 16),
      col.code('source_kind', 16),
      col.code('source_id', 64),
      col.count('points'),
      col.fen('cost_fen'),
      col.count('written_off_points'),
      col.count('available_after'),
      col.count('pending_after'),
      col.code('reason', 16, { nullable: true }),
      col.day('business_on'),
      col.instant('at'),
    ],
    {
      unique: [{ name: 'uq_points_postings_source', columns: ['source_kind', 'source_id', 'kind'] }],
      indexes: [{ name: 'ix_points_postings_day', columns: ['business_on', 'kind'] }],
    },
  );

/** Points: balances, lots, and the postings and entries that made them. */
export class Points extends TablesMigration {
  constructor() {
    super(181, 'points', [
      balances(),
      lots(),
      postings(),
      table(
        'points_entries',
        [
          col.memberNo('member_no', { primary: true }),
          col.count('entry_no', { primary: true }),
          col.count('posting_no'),
          col.count('lot_no'),
          col.code('account', 16),
          col.count('points'),
          col.fen('cost_fen'),
          col.count('balance_after'),
          col.day('business_on'),
        ],
        { indexes: [{ name: 'ix_points_entries_day', columns: ['business_on', 'account'] }] },
      ),
      table('points_heads', [
        col.code('ledger', 8, { primary: true }),
        col.day('business_on'),
        col.instant('opened_at'),
        col.publicId('opened_by_id', { nullable: true }),
      ]),
    ]);
  }
}
