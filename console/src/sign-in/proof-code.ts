import { RECOVERY_CODE_PATTERN, TOTP_CODE_PATTERN } from '@siyu/shared/contracts/staff.limits';

/** As people type it: blanks and capitals do not matter. @example tidyCode(' 123 456') // => '123456' */
export const tidyCode = (typed: string): string => typed.replace(/\s/g, '').toLowerCase();

/** Whether this can be a code of the app or a recovery code; the server says whether it is one. */
export const isProofCode = (typed: string): boolean =>
  isTotpCode(typed) || RECOVERY_CODE_PATTERN.test(tidyCode(typed));

export const isTotpCode = (typed: string): boolean => TOTP_CODE_PATTERN.test(tidyCode(typed));
