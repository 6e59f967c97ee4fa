import type { RetentionEnd, RetentionLineCode } from '@siyu/shared/contracts/retention.limits';

/** What is kept for one reason. */
export interface RetentionLine {
  readonly code: RetentionLineCode;
  readonly end: RetentionEnd;
  /** How long; null where no time is set. */
  readonly keptMonths: number | null;
  /** Tables, `table#part` where two lines share one: everything in the database stands here once. */
  readonly tables: readonly string[];
}

const TWENTY_YEARS = 240;
const THIRTY_YEARS = 360;

/**
 * What is kept and how long, table by table. `retention-table.spec.ts` holds it against the schema: a new table has
 * to find its line. The grounds in words are `retentionWords`.
 */
export const RETENTION_TABLE: readonly RetentionLine[] = [
  { code: 'behaviour', end: 'PURGE', keptMonths: 24, tables: ['engagement_events#behaviour'] },
  {
    code: 'dayCounts',
    end: 'CLOSING',
    keptMonths: null,
    tables: ['engagement_days', 'engagement_suspect_days'],
  },
  {
    code: 'account',
    end: 'CLOSING',
    keptMonths: null,
    tables: [
      'account_link_attempts',
      'awards',
      'contact_turns',
      'catalogue_takers',
      'correction_receipts',
      'current_consents',
      'earning_facts',
      'entitlements',
      'feed_outcomes',
      'first_touches',
      'group_questions',
      'group_seats',
      'group_ties',
      'identity_conflicts',
      'lesson_comments',
      'lesson_completions',
      'lesson_favourites',
      'lesson_notes',
      'lesson_progress',
      'live_reservations',
      'marketing_contacts',
      'member_facts',
      'member_identities',
      'notice_wishes',
      'notices',
      'path_completions',
      'quiz_submissions',
      'redemptions',
      'relation_intervals',
      'rfe_scores',
      'scores',
      'scoring_heads',
      'scoring_runs',
      'segment_memberships',
      'subscribe_accepts',
      'subscribe_balances',
      'subscribe_entries',
      'tie_scores',
      'touches',
    ],
  },
  {
    code: 'duties',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: ['engagement_events#duties', 'service_facts'],
  },
  {
    code: 'consents',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: ['consents', 'conclusion_decisions', 'adult_statements'],
  },
  {
    code: 'customers',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: [
      'account_closings',
      'advisory_contracts',
      'core_accounts',
      'member_advisers',
      'member_clocks',
      'member_due',
      'member_link_requests',
      'member_links',
      'member_numbers',
      'member_restrictions',
      'members',
    ],
  },
  {
    code: 'transactions',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: ['import_rejects', 'index_closes', 'transaction_facts'],
  },
  {
    code: 'conversations',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: [
      'archive_consents',
      'archive_findings',
      'archive_keys',
      'archive_messages',
      'archive_seats',
      'sidebar_insert_outcomes',
      'sidebar_inserts',
    ],
  },
  {
    code: 'publications',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: [
      'catalogue_items',
      'channel_accounts',
      'community_groups',
      'content_counters',
      'group_lessons',
      'group_notice_drafts',
      'group_notices',
      'kept_paths',
      'lesson_versions',
      'lesson_withdrawals',
      'lessons',
      'live_archives',
      'live_attendances',
      'live_chats',
      'live_files',
      'live_filings',
      'live_plans',
      'live_steps',
      'live_viewings',
      'lives',
      'path_versions',
      'paths',
      'placements',
      'verification_cards',
    ],
  },
  { code: 'reports', end: 'LAW', keptMonths: TWENTY_YEARS, tables: ['fake_reports'] },
  {
    code: 'complaints',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: ['care_steps', 'complaint_numbers', 'complaint_pictures', 'complaints', 'follow_up_calls'],
  },
  {
    code: 'points',
    end: 'LAW',
    keptMonths: THIRTY_YEARS,
    tables: [
      'points_balances',
      'points_closing_lines',
      'points_closings',
      'points_days',
      'points_entries',
      'points_heads',
      'points_lots',
      'points_postings',
    ],
  },
  {
    code: 'trail',
    end: 'LAW',
    keptMonths: TWENTY_YEARS,
    tables: [
      'audit_pending_rows',
      'audit_rows',
      'audit_seals',
      'brakes',
      'config_versions',
      'exports',
      'imports',
      'incentive_budgets',
      'incentive_rule_steps',
      'incentive_rule_versions',
      'incentive_rules',
      'reviews',
      'role_changes',
      'segment_definitions',
      'segment_versions',
      'trail_verifications',
    ],
  },
  {
    code: 'passing',
    end: 'PASSING',
    keptMonths: null,
    tables: [
      'archive_unread_records',
      'copy_orders',
      'fake_report_pictures',
      'files',
      'first_answers',
      'platform_events',
      'platform_nonces',
      'platform_sends',
      'platform_tokens',
      'sessions',
      'staff_login_attempts',
      'wechat_session_keys',
      'wecom_lookups',
    ],
  },
  {
    code: 'house',
    end: 'NOBODY',
    keptMonths: null,
    tables: [
      'archive_cursors',
      'award_counters',
      'branches',
      'demo_marks',
      'jobs',
      'notice_rounds',
      'outbox_deliveries',
      'outbox_events',
      'retention_marks',
      'saved_views',
      'secrets',
      'share_keys',
      'staff',
      'staff_recovery_codes',
      'staff_second_factors',
    ],
  },
];

/** The line of a code; every code has one. */
export function retentionLine(code: RetentionLineCode): RetentionLine {
  const line = RETENTION_TABLE.find((each) => each.code === code);
  if (line === undefined) throw new RangeError(`no retention line ${code}`);
  return line;
}
