import { z } from 'zod';
import { PASSWORD_MAX } from './identity.limits.ts';
import { Instant } from './primitives.ts';
import { PASSWORD_MIN, RECOVERY_CODE_PATTERN, TOTP_CODE_PATTERN } from './staff.limits.ts';

/** From the authenticator app. */
export const TotpCode = z.string().regex(TOTP_CODE_PATTERN);
/** What proves the second factor: a code of the app, or one of the recovery codes. */
export const ProofCode = z.union([TotpCode, z.string().regex(RECOVERY_CODE_PATTERN)]);

export const SecondFactorState = z
  .object({
    isRequired: z.boolean(),
    confirmedAt: Instant.nullable(),
    recoveryCodesLeft: z.number().int(),
  })
  .meta({ id: 'SecondFactorState' });
export type SecondFactorState = z.infer<typeof SecondFactorState>;
/** Who has a second factor proves it before it is exchanged for another one. */
export const BeginSecondFactor = z.object({ code: ProofCode.optional() }).meta({ id: 'BeginSecondFactor' });
export type BeginSecondFactor = z.infer<typeof BeginSecondFactor>;
/** Shown this once; counts when a code made from it has come back. */
export const SecondFactorSecret = z
  .object({ secret: z.string(), uri: z.string() })
  .meta({ id: 'SecondFactorSecret' });
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;
export const ConfirmSecondFactor = z.object({ code: TotpCode }).meta({ id: 'ConfirmSecondFactor' });
export type ConfirmSecondFactor = z.infer<typeof ConfirmSecondFactor>;
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
export const ChangePassword = z
  .object({
    password: z.string().min(1).max(PASSWORD_MAX),
    newPassword: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
  })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;
