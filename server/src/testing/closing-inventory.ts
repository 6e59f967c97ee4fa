/**
 * What becomes of personal data when a member closes the account. `account-closing.spec.ts` holds the list against
 * every column of the grades L3 and L4: a new one has to find its place here.
 */

/** Tables of which no row of a closed member is left, by the column that holds whose it is. */
export const ERASED_TABLES: Readonly<Record<string, 'member_no' | 'principal_id' | 'claimant_no'>> = {
  account_link_attempts: 'member_no',
  awards: 'member_no',
  catalogue_takers: 'member_no',
  contact_turns: 'member_no',
  copy_orders: 'member_no',
  correction_receipts: 'member_no',
  current_consents: 'member_no',
  earning_facts: 'member_no',
  engagement_days: 'member_no',
  engagement_suspect_days: 'member_no',
  entitlements: 'member_no',
  feed_outcomes: 'member_no',
  group_questions: 'member_no',
  group_seats: 'member_no',
  group_ties: 'member_no',
  first_answers: 'principal_id',
  identity_conflicts: 'claimant_no',
  lesson_comments: 'member_no',
  lesson_completions: 'member_no',
  lesson_favourites: 'member_no',
  lesson_notes: 'member_no',
  lesson_progress: 'member_no',
  live_reservations: 'member_no',
  marketing_contacts: 'member_no',
  member_facts: 'member_no',
  member_identities: 'member_no',
  notice_wishes: 'member_no',
  notices: 'member_no',
  path_completions: 'member_no',
  quiz_submissions: 'member_no',
  redemptions: 'member_no',
  relation_intervals: 'member_no',
  rfe_scores: 'member_no',
  scores: 'member_no',
  scoring_heads: 'member_no',
  scoring_runs: 'member_no',
  segment_memberships: 'member_no',
  sessions: 'member_no',
  subscribe_accepts: 'member_no',
  subscribe_balances: 'member_no',
  subscribe_entries: 'member_no',
  tie_scores: 'member_no',
  trusted_contacts: 'member_no',
  wechat_session_keys: 'member_no',
};

/** Columns whose row stays without what they said. */
export const OVERWRITTEN: Readonly<Record<string, string | null>> = {
  // Without its key nobody reads what was said to this customer, or by them.
  'archive_keys.sealed_key': null,
  'members.display_name': null,
  // Encrypted, and gone as soon as it is known what became of the message.
  'platform_sends.message': null,
  'member_link_requests.reason': '（随账号注销删除）',
};

const SECURITIES_LAW = 'Securities Law 137: records of the business and of customers, 20 years';
const SUITABILITY =
  'Suitability measures 32 and Securities Law 137: 20 years; kept under a number without a name, restricted';
const ARCHIVE =
  'Securities Law 137: that and when staff talked with a customer of WeCom, 20 years; the words are unreadable';
const COMPLAINTS =
  'Securities Law 137 and the rules on complaints and follow-up calls: 20 years; restricted, read by compliance only';
const LIVES =
  'Securities Law 137 and the rules on lives: what was said in a live is kept with its recording, 20 years, under a number without a name';
const OF_STAFF = 'of staff, not of a member';

/** Columns that stay, each with its ground. Rows under a customer's account are the firm's own business records. */
export const KEPT: Readonly<Record<string, string>> = {
  'advisory_contracts.contract_no': SECURITIES_LAW,
  'advisory_contracts.valid_from': SECURITIES_LAW,
  'advisory_contracts.valid_until': SECURITIES_LAW,
  'advisory_contracts.ended_at': SECURITIES_LAW,
  'advisory_contracts.end_reason': SECURITIES_LAW,
  'archive_consents.contact_id': ARCHIVE,
  'archive_keys.owner_id': ARCHIVE,
  'archive_messages.chat_key': ARCHIVE,
  'archive_messages.contact_id': ARCHIVE,
  'archive_messages.sealed_text': `${SECURITIES_LAW}; unreadable, since its key is destroyed`,
  'archive_messages.file_id': `${SECURITIES_LAW}; leads nowhere five days later`,
  'archive_unread_records.encrypted_key':
    'records nobody could read, of whoever they are; gone when they are read',
  'archive_unread_records.encrypted_message':
    'records nobody could read, of whoever they are; gone when they are read',
  'audit_rows.inputs': 'Cybersecurity Law 21 and Securities Law 137: hashes, versions and codes, 20 years',
  'care_steps.text': COMPLAINTS,
  'complaints.complainant': COMPLAINTS,
  'complaints.text': COMPLAINTS,
  'complaints.trading_plan': COMPLAINTS,
  'core_accounts.core_customer_id': `${SECURITIES_LAW}; no longer tied to the app's member`,
  'engagement_events.type': SUITABILITY,
  'engagement_events.occurred_at': SUITABILITY,
  'engagement_events.content_id': SUITABILITY,
  'engagement_events.product_id': SUITABILITY,
  'engagement_events.value': SUITABILITY,
  'exports.query':
    'PIPL 55 and 56: what staff let out of the house, by its filters; the file itself is deleted after 7 days',
  'fake_reports.checked_text':
    'Anti-telecom-fraud Law: reports of impostors; whose report it is, is not recorded',
  'fake_reports.text': 'Anti-telecom-fraud Law: reports of impostors; whose report it is, is not recorded',
  'follow_up_calls.trading_plan': COMPLAINTS,
  'import_rejects.text': `${SECURITIES_LAW}; lines of the core system, tied to no member`,
  'platform_events.facts': 'what a platform told, encrypted and tied to no member; gone after 30 days',
  'platform_tokens.sealed': 'tokens of the software, of nobody',
  'live_chats.text': LIVES,
  'birth_year_statements.birth_year': SUITABILITY,
  'professional_applications.experience': SUITABILITY,
  'professional_applications.ground': SUITABILITY,
  'professional_applications.refusal': SUITABILITY,
  'professional_applications.valid_until': SUITABILITY,
  'safety_notices.reason': SUITABILITY,
  'safety_notices.text': SUITABILITY,
  'saved_views.query': OF_STAFF,
  'secrets.name': 'keys of the software, of nobody',
  'secrets.value': 'keys of the software, of nobody',
  'service_facts.source_id': SECURITIES_LAW,
  'service_facts.kind': SECURITIES_LAW,
  'service_facts.occurred_at': SECURITIES_LAW,
  'service_facts.occurred_on': SECURITIES_LAW,
  'service_facts.ref_source_id': SECURITIES_LAW,
  'service_facts.valid_until': SECURITIES_LAW,
  'sidebar_inserts.sealed_text': `${SECURITIES_LAW}; encrypted: what staff said to a customer`,
  'staff.password_hash': OF_STAFF,
  'staff_recovery_codes.code_sha256': OF_STAFF,
  'staff_second_factors.sealed_proposal': OF_STAFF,
  'staff_second_factors.sealed_secret': OF_STAFF,
  'suitability_assessment_steps.at': SUITABILITY,
  'suitability_assessments.answers': SUITABILITY,
  'suitability_assessments.horizon_months': SUITABILITY,
  'suitability_assessments.is_held': SUITABILITY,
  'suitability_assessments.is_lowest_by_answer': SUITABILITY,
  'suitability_assessments.level': SUITABILITY,
  'suitability_assessments.score': SUITABILITY,
  'suitability_assessments.taken_at': SUITABILITY,
  'suitability_assessments.types': SUITABILITY,
  'suitability_assessments.valid_until': SUITABILITY,
  'product_askings.asked_at': SUITABILITY,
  'product_askings.product_id': SUITABILITY,
  'product_notices.answers': SUITABILITY,
  'product_notices.investor_level': SUITABILITY,
  'product_notices.product_id': SUITABILITY,
  'suitability_decisions.cleared_until': SUITABILITY,
  'suitability_decisions.is_open': SUITABILITY,
  'suitability_decisions.record': SUITABILITY,
  'suitability_decisions.verdict': SUITABILITY,
  'suitability_statements.kind': SUITABILITY,
  'suitability_statements.stated_at': SUITABILITY,
  'suitability_assessment_steps.sealed_origin': `${SUITABILITY}; encrypted: where it was said from`,
  'suitability_assessments.sealed_origin': `${SUITABILITY}; encrypted: where it was said from`,
  'suitability_statements.sealed_origin': `${SUITABILITY}; encrypted: where it was said from`,
  'wecom_lookups.external_id':
    'what WeCom is still to be asked about, tied to no member; gone as soon as it has answered',
  'transaction_facts.source_id': SECURITIES_LAW,
  'transaction_facts.kind': SECURITIES_LAW,
  'transaction_facts.occurred_at': SECURITIES_LAW,
  'transaction_facts.occurred_on': SECURITIES_LAW,
  'transaction_facts.ref_source_id': SECURITIES_LAW,
  'transaction_facts.product_code': SECURITIES_LAW,
  'transaction_facts.target_product_code': SECURITIES_LAW,
  'transaction_facts.plan_id': SECURITIES_LAW,
  'transaction_facts.amount_fen': SECURITIES_LAW,
  'transaction_facts.benefit_fen': SECURITIES_LAW,
  'transaction_facts.benefit_source': SECURITIES_LAW,
  'transaction_facts.currency': SECURITIES_LAW,
  'transaction_facts.foreign_hundredths': SECURITIES_LAW,
};
