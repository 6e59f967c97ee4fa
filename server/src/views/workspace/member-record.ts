import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import { z } from 'zod';

const number = z.coerce.number().int();
const flag = z.coerce.number().transform((value) => value === 1);
const maybe = number.nullable();

/** A row of the list as it comes from either engine: numbers may be texts, flags are 0 or 1. */
export const MemberRecord = z.object({
  memberNo: number,
  memberId: z.string(),
  displayName: z.string().nullable(),
  registeredAt: number,
  branchName: z.string().nullable(),
  adviserId: z.string().nullable(),
  adviserName: z.string().nullable(),
  stage: z.enum(STAGES).nullable(),
  refused: z.string().nullable(),
  lessonsCompleted: number,
  lastActiveAt: maybe,
  isAccountLinked: flag,
  asOf: maybe,
  modelId: z.string().nullable(),
  preset: z.string().nullable(),
  modelVersion: maybe,
  configVersion: maybe,
  windowDays: maybe,
  purchases: maybe,
  amountFen: maybe,
  benefitFen: maybe,
  amountBand: maybe,
  frequencyBand: maybe,
  benefitBand: maybe,
  scoreHundredths: maybe,
  groupCode: z.enum(GROUPS).nullable(),
  groupRow: maybe,
  lastPurchaseOn: maybe,
  sortKey: number,
});
export type MemberRecord = z.infer<typeof MemberRecord>;

/** A member nobody has scored yet is a stranger; of one who refuses it the stage is null. */
export const STAGE = `CASE WHEN f.member_no IS NULL THEN 'STRANGER' ELSE f.stage END`;

/** A member nobody has scored yet has done nothing. */
export const MEMBER_COLUMNS = `
  m.member_no AS memberNo, m.member_id AS memberId, m.display_name AS displayName,
  m.registered_at AS registeredAt, b.name AS branchName, s.staff_id AS adviserId, s.name AS adviserName,
  ${STAGE} AS stage, f.refused AS refused, COALESCE(f.lessons_completed, 0) AS lessonsCompleted,
  f.last_active_at AS lastActiveAt, COALESCE(f.is_account_linked, 0) AS isAccountLinked, f.as_of AS asOf,
  f.model_id AS modelId, f.preset AS preset, f.model_version AS modelVersion,
  f.config_version AS configVersion, f.window_days AS windowDays,
  f.purchases AS purchases, f.amount_fen AS amountFen, f.benefit_fen AS benefitFen,
  f.amount_band AS amountBand, f.frequency_band AS frequencyBand, f.benefit_band AS benefitBand,
  f.score_hundredths AS scoreHundredths, f.group_code AS groupCode, f.group_row AS groupRow,
  f.last_purchase_on AS lastPurchaseOn`;

/** The present adviser: of the registration itself, else of one that was merged into it. */
const ADVISER = `COALESCE(a.staff_id, (
  SELECT other.staff_id FROM member_links l
  JOIN member_advisers other ON other.member_no = l.member_no AND other.unbound_at IS NULL
  WHERE l.into_member_no = m.member_no AND l.valid_to IS NULL
  ORDER BY other.bound_at LIMIT 1))`;

export const MEMBER_TABLES = `
  members m
  LEFT JOIN branches b ON b.branch_id = m.branch_id
  LEFT JOIN member_advisers a ON a.member_no = m.member_no AND a.unbound_at IS NULL
  LEFT JOIN staff s ON s.staff_id = ${ADVISER}
  LEFT JOIN member_facts f ON f.member_no = m.member_no`;

/** A registration that was merged is read as the one that stands for the person. */
export const STANDS_FOR_A_PERSON = `NOT EXISTS (
  SELECT 1 FROM member_links merged WHERE merged.member_no = m.member_no AND merged.valid_to IS NULL)`;

/** What is left of an account that was closed is stored only: it is in no list, and nobody opens it. */
export const HAS_AN_ACCOUNT = `NOT EXISTS (
  SELECT 1 FROM account_closings closed WHERE closed.member_no = m.member_no)`;
