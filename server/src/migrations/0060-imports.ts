import type { QueryRunner } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

const told = () => [
  col.memberNo('member_no', { nullable: true }),
  col.count('seq'),
  col.instant('recorded_at'),
  col.publicId('import_id', { nullable: true }),
];

const facts = () => [
  table(
    'core_accounts',
    [
      col.count('account_no', { primary: true }),
      col.code('issuer', 64),
      col.code('core_customer_id', 64),
      col.memberNo('member_no', { nullable: true }),
      col.count('linked_seq'),
    ],
    {
      unique: [{ name: 'uq_core_accounts_customer', columns: ['issuer', 'core_customer_id'] }],
      indexes: [{ name: 'ix_core_accounts_member', columns: ['member_no'] }],
    },
  ),
  table(
    'transaction_facts',
    [
      col.count('account_no', { primary: true }),
      col.code('issuer', 64, { primary: true }),
      col.code('source_id', 64, { primary: true }),
      col.code('kind', 24),
      col.instant('occurred_at'),
      col.day('occurred_on'),
      col.code('ref_source_id', 64, { nullable: true }),
      col.code('product_code', 32, { nullable: true }),
      col.code('target_product_code', 32, { nullable: true }),
      col.code('plan_id', 64, { nullable: true }),
      col.fen('amount_fen', { nullable: true }),
      col.fen('benefit_fen', { nullable: true }),
      col.code('benefit_source', 32, { nullable: true }),
      col.code('currency', 3),
      col.fen('foreign_hundredths', { nullable: true }),
      col.code('mid_rate', 20, { nullable: true }),
      ...told(),
    ],
    { unique: [{ name: 'uq_transaction_facts_source', columns: ['issuer', 'source_id'] }] },
  ),
  table(
    'service_facts',
    [
      col.count('account_no', { primary: true }),
      col.code('issuer', 64, { primary: true }),
      col.code('source_id', 64, { primary: true }),
      col.code('kind', 24),
      col.instant('occurred_at'),
      col.day('occurred_on'),
      col.code('ref_source_id', 64, { nullable: true }),
      col.day('valid_until', { nullable: true }),
      ...told(),
    ],
    { unique: [{ name: 'uq_service_facts_source', columns: ['issuer', 'source_id'] }] },
  ),
  table('index_closes', [
    col.code('index_code', 16, { primary: true }),
    col.day('day', { primary: true }),
    col.fen('close_ten_thousandths'),
    col.instant('recorded_at'),
  ]),
];

const imports = () => [
  table(
    'imports',
    [
      col.publicId('import_id', { primary: true }),
      col.code('kind', 32),
      col.publicId('file_id'),
      col.text('file_name', 120),
      col.json('header'),
      col.code('state', 16),
      col.flag('is_cancel_wanted'),
      col.publicId('requested_by'),
      col.instant('requested_at'),
      col.instant('started_at', { nullable: true }),
      col.instant('finished_at', { nullable: true }),
      col.fen('bytes_total'),
      col.fen('bytes_done'),
      col.count('lines_done'),
      col.count('recorded'),
      col.count('waiting'),
      col.count('duplicates'),
      col.count('rejected'),
      col.json('reasons'),
      col.publicId('rejects_file_id', { nullable: true }),
      col.count('attempts'),
      col.code('failure_code', 64, { nullable: true }),
    ],
    {
      indexes: [
        { name: 'ix_imports_state', columns: ['state', 'requested_at'] },
        { name: 'ix_imports_requested', columns: ['requested_at', 'import_id'] },
      ],
    },
  ),
  table('import_rejects', [
    col.publicId('import_id', { primary: true }),
    col.count('line', { primary: true }),
    col.code('code', 64),
    col.json('details'),
    col.longText('text'),
  ]),
];

/** Facts of core customers, members or not, and the imports they come with. */
export class Imports extends TablesMigration {
  constructor() {
    super(60, 'imports', [...facts(), ...imports()]);
  }

  /** Accounts that are linked get their number, and purchases that are there become facts of theirs. */
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    if (!(await runner.hasTable('purchases'))) return;
    await runner.query(
      `INSERT INTO core_accounts (account_no, issuer, core_customer_id, member_no, linked_seq)
       SELECT ROW_NUMBER() OVER (ORDER BY i.external_id), i.issuer, i.external_id, i.member_no, 0
       FROM member_identities i
       WHERE i.kind = 'core_customer' AND NOT EXISTS (SELECT 1 FROM core_accounts)`,
    );
    await runner.query(
      `INSERT INTO member_numbers (name, last_no)
       SELECT 'core_account', n.last_no FROM (SELECT COALESCE(MAX(account_no), 0) AS last_no FROM core_accounts) n
       WHERE NOT EXISTS (SELECT 1 FROM member_numbers WHERE name = 'core_account')`,
    );
    await runner.query(
      `INSERT INTO transaction_facts (account_no, issuer, source_id, kind, occurred_at, occurred_on, product_code,
         amount_fen, benefit_fen, currency, member_no, seq, recorded_at)
       SELECT a.account_no, p.issuer, p.source_id, 'confirmed_purchase', p.occurred_at, p.occurred_on, p.product_code,
         p.amount_fen, p.benefit_fen, 'CNY', p.member_no, p.seq, p.recorded_at
       FROM purchases p JOIN core_accounts a ON a.member_no = p.member_no
       WHERE NOT EXISTS (SELECT 1 FROM transaction_facts)`,
    );
    await runner.dropTable('purchases');
  }
}
