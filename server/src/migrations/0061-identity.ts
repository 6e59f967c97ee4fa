import type { QueryRunner } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

const links = () =>
  table(
    'member_links',
    [
      col.memberNo('member_no', { primary: true }),
      col.instant('valid_from', { primary: true }),
      col.memberNo('into_member_no'),
      col.instant('valid_to', { nullable: true }),
      col.count('from_seq'),
      col.count('to_seq', { nullable: true }),
    ],
    { indexes: [{ name: 'ix_member_links_into', columns: ['into_member_no'] }] },
  );

const requests = () =>
  table(
    'member_link_requests',
    [
      col.publicId('request_id', { primary: true }),
      col.memberNo('member_no'),
      col.count('version'),
      col.memberNo('into_member_no'),
      col.code('kind', 16),
      col.text('reason', 200),
      col.code('state', 16),
      col.publicId('requester_id'),
      col.instant('requested_at'),
      col.instant('decided_at', { nullable: true }),
    ],
    {
      unique: [{ name: 'uq_member_link_requests_member', columns: ['member_no', 'version'] }],
      indexes: [{ name: 'ix_member_link_requests_requested', columns: ['requested_at', 'request_id'] }],
    },
  );

const conflicts = () =>
  table(
    'identity_conflicts',
    [
      col.publicId('conflict_id', { primary: true }),
      col.code('kind', 24),
      col.code('issuer', 64),
      col.code('external_id', 128),
      col.memberNo('claimant_no'),
      col.memberNo('holder_no'),
      col.instant('first_at'),
      col.instant('last_at'),
      col.count('times'),
      col.code('state', 16),
      col.publicId('decider_id', { nullable: true }),
      col.text('note', 200, { nullable: true }),
    ],
    {
      unique: [
        { name: 'uq_identity_conflicts_claim', columns: ['kind', 'issuer', 'external_id', 'claimant_no'] },
      ],
      indexes: [{ name: 'ix_identity_conflicts_state', columns: ['state', 'last_at', 'conflict_id'] }],
    },
  );

const attempts = () =>
  table('account_link_attempts', [
    col.memberNo('member_no', { primary: true }),
    col.instant('first_at'),
    col.count('codes_sent'),
    col.count('codes_tried'),
    col.code('ticket', 128, { nullable: true }),
  ]);

const restrictions = () =>
  table('member_restrictions', [
    col.memberNo('member_no', { primary: true }),
    col.instant('restricted_at', { primary: true }),
    col.code('reason', 32),
    col.instant('lifted_at', { nullable: true }),
  ]);

/** Who is one person, who claims whose account, and whose data is stored only. */
export class Identity extends TablesMigration {
  constructor() {
    super(61, 'identity', [links(), requests(), conflicts(), attempts(), restrictions()]);
  }

  /** The table of 0020 had no writer yet: an empty one is made anew, with the bounds of the clock. */
  override async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('member_links', 'from_seq'))) await runner.dropTable('member_links', true);
    await super.up(runner);
  }
}
