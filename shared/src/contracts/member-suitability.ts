import { z } from 'zod';
import { INVESTOR_LEVELS, MATCH_REASONS, RISK_LEVELS } from '../suitability/index.ts';
import { CALL_BACK_STATES, TRUSTED_RELATIONS } from './elder.limits.ts';
import { ASSESSMENT_STANDINGS, MATCHED_PRODUCTS_MAX } from './member-suitability.limits.ts';
import { CivilDay, ProductId } from './primitives.ts';

/** What the gate would say now if staff spoke of a product first; nothing passes by it. */
export const MatchedProductRow = z
  .object({
    productId: ProductId,
    code: z.string(),
    name: z.string(),
    level: z.enum(RISK_LEVELS).nullable(),
    verdict: z.enum(['SUITABLE', 'UNSUITABLE', 'NEEDS_WARNING']),
    /** Everything that speaks against it. */
    reasons: z.array(z.enum(MATCH_REASONS)),
  })
  .meta({ id: 'MatchedProductRow' });
export type MatchedProductRow = z.infer<typeof MatchedProductRow>;

/** What whoever looks after a member has to know before a product is spoken of. No answer of the questionnaire is in it. */
export const MemberSuitability = z
  .object({
    standing: z.enum(ASSESSMENT_STANDINGS),
    level: z.enum(INVESTOR_LEVELS).nullable(),
    /** The first day on which the assessment counts no more. */
    validUntil: CivilDay.nullable(),
    hasRefusedInformation: z.boolean(),
    /** The first day on which the member is a professional investor no more; null: an ordinary one. */
    professionalUntil: CivilDay.nullable(),
    callBack: z.enum(CALL_BACK_STATES),
    /** Who the trusted contact is to the member, never the name; null: none was named. */
    trustedRelation: z.enum(TRUSTED_RELATIONS).nullable(),
    /** An advisory contract is in force (REQ-ADV-2). */
    isAdvised: z.boolean(),
    products: z.array(MatchedProductRow).max(MATCHED_PRODUCTS_MAX),
  })
  .meta({ id: 'MemberSuitability' });
export type MemberSuitability = z.infer<typeof MemberSuitability>;

/** Null: the member's consent or a restriction does not allow it to be looked at. */
export const MemberSuitabilityView = z
  .object({ suitability: MemberSuitability.nullable() })
  .meta({ id: 'MemberSuitabilityView' });
export type MemberSuitabilityView = z.infer<typeof MemberSuitabilityView>;
