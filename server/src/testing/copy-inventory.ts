import type { AccessCopy } from '@siyu/shared/contracts/privacy';

/**
 * Where what is kept of a member stands in the copy of their data (REQ-PI-4). `access-copy.spec.ts` holds both lists
 * against every table with a number of a member: a new one has to find its place here.
 */

/** Places of the copy: a part, or one of the lists in it. */
type CopyPart = {
  [Part in keyof AccessCopy]: Part | `${Part}.${keyof AccessCopy[Part] & string}`;
}[keyof AccessCopy];

/** Tables by the part of the copy that tells what is in them. */
export const COPIED_TABLES: Readonly<Record<string, CopyPart>> = {
  adult_statements: 'profile.adultStatedAt',
  awards: 'rewards.awards',
  birth_year_statements: 'suitability.birthYears',
  complaints: 'care.complaints',
  conclusion_decisions: 'refusals',
  consents: 'consents',
  core_accounts: 'identifiers',
  earning_facts: 'rewards.facts',
  engagement_days: 'kinds',
  engagement_events: 'events',
  entitlements: 'rewards.entitlements',
  first_touches: 'arrivals',
  follow_up_calls: 'care.calls',
  group_questions: 'groups.questions',
  group_ties: 'groups.times',
  lesson_comments: 'discussion.comments',
  lesson_completions: 'lessons',
  lesson_favourites: 'discussion.favourites',
  lesson_notes: 'discussion.notes',
  lesson_progress: 'lessons',
  live_chats: 'lives.chats',
  live_reservations: 'lives.reservations',
  live_viewings: 'lives.viewings',
  member_advisers: 'advisers',
  member_facts: 'holdings',
  member_identities: 'identifiers',
  member_restrictions: 'profile.restriction',
  members: 'profile',
  notice_wishes: 'notices.wishes',
  notices: 'notices.sent',
  points_balances: 'rewards.balance',
  points_postings: 'rewards.statement',
  product_askings: 'suitability.askings',
  product_notices: 'suitability.confirmations',
  quiz_submissions: 'quizzes',
  redemptions: 'rewards.redemptions',
  relation_intervals: 'scores',
  rfe_scores: 'scores',
  scores: 'scores',
  scoring_heads: 'scores',
  sessions: 'signIns',
  subscribe_balances: 'notices.allowed',
  professional_applications: 'suitability.applications',
  safety_notices: 'suitability.safetyNotices',
  suitability_assessment_steps: 'suitability.assessments',
  suitability_assessments: 'suitability.assessments',
  suitability_statements: 'suitability.statements',
  tie_scores: 'scores',
  touches: 'arrivals',
  transaction_facts: 'trades',
};

const COUNTED = 'numbers of rows that stand in the copy themselves';
const IN_THE_LOG = 'each of them is an entry of the log, which stands in the copy';
const IN_PASSING = 'work on its way: gone once it is done';

/** Tables that the copy leaves out, each with its reason. */
export const NOT_COPIED: Readonly<Record<string, string>> = {
  account_closings: 'whoever has closed the account asks for no copy',
  account_link_attempts: 'wrong guesses, counted against whoever tries account numbers',
  advisory_contracts: IN_THE_LOG,
  audit_rows: 'what staff did, which the firm keeps of itself; copies taken are told on the page of the copy',
  campaign_deliveries: 'why a text of the catalogue was recommended; what was read of it stands in the copy',
  catalogue_takers: COUNTED,
  complaint_pictures: 'files that the member sent, looked at beside their complaint',
  contact_turns: 'a row to wait at, with nothing in it',
  copy_orders: 'the files of the copy, listed beside it',
  correction_receipts: 'that a correction was shown, so that it is not shown twice',
  current_consents: 'the last of the decisions that stand in the copy',
  elder_call_backs: 'shown on the page of age and trusted contact; the call stands in the copy',
  engagement_suspect_days: COUNTED,
  feed_outcomes: 'why a lesson that the member finished had been shown; the lesson stands in the copy',
  group_seats: 'seats as WeCom names them; the times in groups stand in the copy',
  identity_conflicts: 'names somebody else too',
  live_attendances: IN_THE_LOG,
  marketing_contacts: 'what was let through; what was sent stands in the copy',
  member_clocks: COUNTED,
  member_due: IN_PASSING,
  member_link_requests: 'names somebody else too, until it is decided',
  member_links: 'which registrations are one person; the copy is that of all of them',
  outbox_deliveries: IN_PASSING,
  outbox_events: IN_PASSING,
  path_completions: 'follows from the lessons that stand in the copy',
  platform_sends: 'encrypted on its way to a platform; what was sent stands in the copy',
  points_entries: 'the two sides of each line of the statement',
  points_lots: 'what is left of each line of the statement',
  preview_arms: 'on which side of a lot a member stood, so that the effect on many can be told',
  previewed_members: 'whom staff looked at before they sent something',
  professional_pictures: 'files that the member sent, looked at beside their application',
  scoring_runs: 'when the scores in the copy were reckoned',
  segment_memberships: 'follows from the scores that stand in the copy',
  service_facts: IN_THE_LOG,
  share_keys: 'a random key that says nothing',
  sidebar_inserts: 'what staff wrote, encrypted; the member has it in the chat',
  subscribe_accepts: 'summed up in how many messages are still allowed',
  subscribe_entries: 'summed up in how many messages are still allowed',
  suitability_decisions:
    'what the firm let through or not, and the proof of it; the member finds the outcome on each page',
  trusted_contacts: 'somebody else, as the member named them; shown masked on a page of its own',
  wechat_session_keys: 'a key of the sign-in, which nobody may take along',
};
