/** Codes of verdicts; a batch with refused rows is answered, not failed. */
export const UNKNOWN_CUSTOMER = 'transactions.unknown_customer';
export const SOURCE_DIFFERS = 'transactions.source_differs';
