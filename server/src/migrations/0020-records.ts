import { col, table, TablesMigration } from '../platform/database/index.ts';

const identity = () => [
  table(
    'members',
    [
      col.memberNo('member_no', { primary: true }),
      col.publicId('member_id'),
      col.text('display_name', 40, { nullable: true }),
      col.publicId('branch_id', { nullable: true }),
      col.instant('registered_at'),
    ],
    {
      unique: [{ name: 'uq_members_member_id', columns: ['member_id'] }],
      indexes: [{ name: 'ix_members_branch', columns: ['branch_id', 'member_no'] }],
    },
  ),
  table('member_numbers', [col.code('name', 16, { primary: true }), col.memberNo('last_no')]),
  table(
    'member_identities',
    [
      col.code('kind', 24, { primary: true }),
      col.code('issuer', 64, { primary: true }),
      col.code('external_id', 128, { primary: true }),
      col.memberNo('member_no'),
      col.instant('linked_at'),
    ],
    { indexes: [{ name: 'ix_member_identities_member', columns: ['member_no'] }] },
  ),
  table(
    'member_links',
    [
      col.memberNo('member_no', { primary: true }),
      col.instant('valid_from', { primary: true }),
      col.memberNo('into_member_no'),
      col.instant('valid_to', { nullable: true }),
    ],
    { indexes: [{ name: 'ix_member_links_into', columns: ['into_member_no'] }] },
  ),
  table('member_clocks', [col.memberNo('member_no', { primary: true }), col.count('seq')]),
  table(
    'member_due',
    [
      col.memberNo('member_no', { primary: true }),
      col.count('wanted_seq'),
      col.count('done_seq'),
      col.flag('is_pending'),
      col.day('due_on', { nullable: true }),
    ],
    {
      indexes: [
        { name: 'ix_member_due_pending', columns: ['is_pending', 'member_no'] },
        { name: 'ix_member_due_due_on', columns: ['due_on', 'member_no'] },
      ],
    },
  ),
  table(
    'member_advisers',
    [
      col.memberNo('member_no', { primary: true }),
      col.instant('bound_at', { primary: true }),
      col.publicId('staff_id'),
      col.instant('unbound_at', { nullable: true }),
    ],
    { indexes: [{ name: 'ix_member_advisers_staff', columns: ['staff_id', 'unbound_at', 'member_no'] }] },
  ),
];

const signingIn = () => [
  table(
    'sessions',
    [
      col.code('token_sha256', 64, { primary: true }),
      col.publicId('session_id'),
      col.code('audience', 8),
      col.memberNo('member_no', { nullable: true }),
      col.publicId('staff_id', { nullable: true }),
      col.instant('opened_at'),
      col.instant('expires_at'),
      col.instant('revoked_at', { nullable: true }),
    ],
    {
      unique: [{ name: 'uq_sessions_session_id', columns: ['session_id'] }],
      indexes: [{ name: 'ix_sessions_expires_at', columns: ['expires_at'] }],
    },
  ),
  table('staff_login_attempts', [
    col.code('login_name', 64, { primary: true }),
    col.count('attempts'),
    col.instant('first_at'),
  ]),
];

const consents = () => [
  table(
    'consents',
    [
      col.publicId('consent_id', { primary: true }),
      col.memberNo('member_no'),
      col.code('purpose', 16),
      col.code('text_version', 32),
      col.code('text_sha256', 64),
      col.code('channel', 16),
      col.flag('is_granted'),
      col.instant('decided_at'),
    ],
    { indexes: [{ name: 'ix_consents_member', columns: ['member_no', 'decided_at'] }] },
  ),
  table('current_consents', [
    col.memberNo('member_no', { primary: true }),
    col.code('purpose', 16, { primary: true }),
    col.code('text_version', 32),
    col.flag('is_granted'),
    col.instant('decided_at'),
  ]),
];

const engagement = () => [
  table(
    'engagement_events',
    [
      col.memberNo('member_no', { primary: true }),
      col.publicId('event_id', { primary: true }),
      col.code('type', 32),
      col.instant('occurred_at'),
      col.instant('recorded_at'),
      col.publicId('content_id', { nullable: true }),
      col.count('value', { nullable: true }),
      col.count('schema_version'),
      col.flag('is_clock_suspect'),
      col.count('seq'),
    ],
    { indexes: [{ name: 'ix_engagement_events_recorded', columns: ['recorded_at'] }] },
  ),
  table('engagement_days', [
    col.memberNo('member_no', { primary: true }),
    col.day('day', { primary: true }),
    col.code('type', 32, { primary: true }),
    col.count('count'),
    col.count('value_sum'),
    col.instant('last_at'),
  ]),
];

const transactions = () => [
  table(
    'purchases',
    [
      col.memberNo('member_no', { primary: true }),
      col.publicId('purchase_id', { primary: true }),
      col.code('issuer', 64),
      col.code('source_id', 64),
      col.code('product_code', 32),
      col.instant('occurred_at'),
      col.day('occurred_on'),
      col.fen('amount_fen'),
      col.fen('benefit_fen'),
      col.instant('recorded_at'),
      col.count('seq'),
    ],
    { unique: [{ name: 'uq_purchases_source', columns: ['issuer', 'source_id'] }] },
  ),
];

/** Who the members are, what they allow, what they did and bought. */
export class Records extends TablesMigration {
  constructor() {
    super(20, 'records', [...identity(), ...signingIn(), ...consents(), ...engagement(), ...transactions()]);
  }
}
