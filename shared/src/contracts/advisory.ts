import { z } from 'zod';
import {
  ADVISORY_CONTRACTS_SHOWN,
  ADVISORY_STATES,
  CONTRACT_END_REASON_MAX,
  CONTRACT_NO_PATTERN,
} from './advisory.limits.ts';
import { CivilDay, Instant, PublicId } from './primitives.ts';

/** A contract under which a member is given advice. */
export const AdvisoryContract = z
  .object({
    contractId: PublicId,
    contractNo: z.string(),
    validFrom: CivilDay,
    /** Its last day. */
    validUntil: CivilDay,
    state: z.enum(ADVISORY_STATES),
    /** Ended before its last day, and why. */
    endedAt: Instant.nullable(),
    endReason: z.string().nullable(),
  })
  .meta({ id: 'AdvisoryContract' });
export type AdvisoryContract = z.infer<typeof AdvisoryContract>;
export const AdvisoryContractList = z
  .object({ contracts: z.array(AdvisoryContract).max(ADVISORY_CONTRACTS_SHOWN) })
  .meta({ id: 'AdvisoryContractList' });
export type AdvisoryContractList = z.infer<typeof AdvisoryContractList>;

/** The same contract entered again changes nothing. */
export const EnterAdvisoryContract = z
  .object({
    contractNo: z.string().regex(CONTRACT_NO_PATTERN),
    validFrom: CivilDay,
    validUntil: CivilDay,
  })
  .meta({ id: 'EnterAdvisoryContract' });
export type EnterAdvisoryContract = z.infer<typeof EnterAdvisoryContract>;
export const EndAdvisoryContract = z
  .object({ reason: z.string().trim().min(2).max(CONTRACT_END_REASON_MAX) })
  .meta({ id: 'EndAdvisoryContract' });
export type EndAdvisoryContract = z.infer<typeof EndAdvisoryContract>;
