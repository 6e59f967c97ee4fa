import { MoreInformation } from '@siyu/shared/contracts/product-shelf';
import {
  DOORS,
  INVESTOR_KINDS,
  INVESTOR_LEVELS,
  MATCH_REASONS,
  NOTICE_KINDS,
  PRODUCT_STATES,
  PRODUCT_TYPES,
  RISK_LEVELS,
} from '@siyu/shared/suitability';
import { epochDay } from '@siyu/shared/time';
import { z } from 'zod';
import { sha256OfJson } from '../../../../foundation/audit/index.ts';
import { ASSESSMENT_STEPS } from '../../assessment.entity.ts';

export const EVIDENCE_FORMAT = 'siyu-suitability-evidence';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Moment = z.int();
const Day = z.int().transform(epochDay);
const InvestorLevel = z.enum(INVESTOR_LEVELS);
const RiskLevel = z.enum(RISK_LEVELS);
const NoticeKind = z.enum(NOTICE_KINDS);
const ProductType = z.enum(PRODUCT_TYPES);

const Question = z.strictObject({
  door: z.enum(DOORS),
  at: Moment,
  investor: z.strictObject({
    kind: z.enum(INVESTOR_KINDS),
    level: InvestorLevel.nullable(),
    validUntil: Day.nullable(),
    hasChanged: z.boolean(),
    hasRefusedInformation: z.boolean(),
    isCallBackDue: z.boolean(),
    goals: z.strictObject({ horizonMonths: z.int().nullable(), types: z.array(ProductType) }).nullable(),
    isQualifiedForPrivate: z.boolean(),
  }),
  product: z.strictObject({
    type: ProductType,
    state: z.enum(PRODUCT_STATES),
    level: RiskLevel.nullable(),
    levelValidUntil: Day.nullable(),
    horizonMonths: z.int().nullable(),
    isPrivate: z.boolean(),
  }),
  asking: z.strictObject({
    askedAt: Moment.nullable(),
    contactedAt: Moment.nullable(),
    notices: z.array(
      z.strictObject({
        kind: NoticeKind,
        at: Moment,
        investorLevel: InvestorLevel.nullable(),
        productLevel: RiskLevel.nullable(),
      }),
    ),
  }),
});

const Match = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('SUITABLE') }),
  z.strictObject({ verdict: z.literal('UNSUITABLE'), reasons: z.array(z.enum(MATCH_REASONS)) }),
  z.strictObject({
    verdict: z.literal('NEEDS_WARNING'),
    isAboveLevel: z.boolean(),
    isHighRisk: z.boolean(),
    notices: z.array(NoticeKind),
    due: z.array(NoticeKind),
    coolsUntil: Moment.nullable(),
  }),
]);

const Decision = z.strictObject({
  decisionId: z.string(),
  memberId: z.string(),
  productId: z.string(),
  door: z.enum(DOORS),
  purpose: z.string(),
  assessmentId: z.string().nullable(),
  productSha256: Sha256,
  record: z.strictObject({
    ruleVersion: z.int(),
    textVersion: z.int(),
    rules: z.strictObject({ highRiskFrom: RiskLevel, coolingHours: z.number(), askingDays: z.number() }),
    question: Question,
    match: Match,
  }),
  decidedAt: Moment,
  clearedUntil: Moment.nullable(),
  sha256: Sha256,
});
export type EvidenceDecision = z.output<typeof Decision>;

const Notice = z.strictObject({
  noticeId: z.string(),
  memberId: z.string(),
  productId: z.string(),
  kind: NoticeKind,
  textVersion: z.int(),
  text: z.string(),
  textSha256: Sha256,
  investorLevel: InvestorLevel.nullable(),
  productLevel: RiskLevel.nullable(),
  dwellMs: z.int(),
  hasReachedEnd: z.boolean(),
  answers: MoreInformation.strict().nullable(),
  givenAt: Moment,
  sha256: Sha256,
});
export type EvidenceNotice = z.output<typeof Notice>;

const Asking = z.strictObject({
  askingId: z.string(),
  memberId: z.string(),
  productId: z.string(),
  askedAt: Moment,
  sha256: Sha256,
});

const Assessment = z.strictObject({
  assessmentId: z.string(),
  memberId: z.string(),
  questionnaireVersion: z.int(),
  limitsVersion: z.int(),
  answers: z.array(z.strictObject({ question: z.string(), options: z.array(z.string()) })),
  score: z.number(),
  level: InvestorLevel,
  horizonMonths: z.int().nullable(),
  types: z.array(ProductType),
  takenAt: Moment,
  validUntil: z.int(),
  isHeld: z.boolean(),
  sha256: z.string(),
  steps: z.array(z.strictObject({ kind: z.enum(ASSESSMENT_STEPS), at: Moment })),
});

/** What is handed out of one member, one product and the time up to the end of a day. */
export const EvidenceContents = z.strictObject({
  format: z.literal(EVIDENCE_FORMAT),
  version: z.literal(1),
  memberId: z.string(),
  product: z.strictObject({
    productId: z.string(),
    code: z.string(),
    name: z.string(),
    /** Levels that two people agreed on, the latest first. */
    levels: z.array(
      z.strictObject({
        version: z.int(),
        level: RiskLevel,
        validUntil: z.string(),
        deciderName: z.string(),
        decidedAt: z.string(),
      }),
    ),
  }),
  day: z.string(),
  madeAt: Moment,
  madeBy: z.string(),
  isCutShort: z.boolean(),
  assessments: z.array(Assessment),
  askings: z.array(Asking),
  notices: z.array(Notice),
  decisions: z.array(Decision),
});
export type EvidenceContents = z.output<typeof EvidenceContents>;
export const EvidenceFile = EvidenceContents.extend({ sha256: Sha256 });
export type EvidenceFile = z.output<typeof EvidenceFile>;

/** Hash over everything in a file but itself. */
export function evidenceSha256({
  sha256: _,
  ...contents
}: EvidenceContents & { readonly sha256?: string }): string {
  return sha256OfJson(contents);
}
