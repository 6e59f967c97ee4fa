/** Codes of verdicts; a batch with refused rows is answered, not failed. */
export const UNKNOWN_CUSTOMER = 'transactions.unknown_customer';
export const SOURCE_DIFFERS = 'transactions.source_differs';
export const FIELD_MISSING = 'transactions.field_missing';
export const FIELD_UNEXPECTED = 'transactions.field_unexpected';
export const VALUE_INVALID = 'transactions.value_invalid';
export const TIME_OUT_OF_RANGE = 'transactions.time_out_of_range';
export const RATE_MISSING = 'transactions.rate_missing';
export const CLOSE_DIFFERS = 'transactions.close_differs';
