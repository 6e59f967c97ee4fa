import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Contracts under which members are given advice. */
export class Advisory extends TablesMigration {
  constructor() {
    super(138, 'advisory', [
      table(
        'advisory_contracts',
        [
          col.publicId('contract_id', { primary: true }),
          col.code('contract_no', 40),
          col.memberNo('member_no'),
          col.day('valid_from'),
          col.day('valid_until'),
          col.instant('ended_at', { nullable: true }),
          col.text('end_reason', 200, { nullable: true }),
          col.publicId('entered_by'),
          col.instant('entered_at'),
        ],
        {
          unique: [{ name: 'uq_advisory_contracts_no', columns: ['contract_no'] }],
          indexes: [{ name: 'ix_advisory_contracts_member', columns: ['member_no', 'valid_until'] }],
        },
      ),
    ]);
  }
}
