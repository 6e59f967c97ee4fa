import type { Role } from './identity.limits.ts';

/** What a file may hold; each kind has a header of its own. */
export const IMPORT_KINDS = [
  'transactions',
  'service_events',
  'index_closes',
  'exchange_holidays',
  'channel_accounts',
  'products',
] as const;
export type ImportKindCode = (typeof IMPORT_KINDS)[number];
/** Columns of a file by kind: those in `optional` may be missing, their order is free, no others may stand there. */
export const IMPORT_COLUMNS = {
  transactions: {
    required: [
      'source_id',
      'kind',
      'core_customer_id',
      'occurred_at',
      'ref_source_id',
      'product_code',
      'target_product_code',
      'plan_id',
      'amount',
      'benefit_source',
      'currency',
    ],
    optional: ['mid_rate'],
  },
  service_events: {
    required: ['source_id', 'kind', 'core_customer_id', 'occurred_at', 'ref_source_id', 'valid_until'],
    optional: [],
  },
  index_closes: { required: ['date', 'index_code', 'close'], optional: [] },
  exchange_holidays: { required: ['version', 'date', 'name'], optional: [] },
  channel_accounts: {
    required: ['platform', 'owner', 'name', 'handle', 'branch', 'employee'],
    optional: ['placement'],
  },
  products: {
    required: ['code', 'name', 'type', 'risk_level', 'level_valid_until', 'horizon_months'],
    optional: ['is_private'],
  },
} as const satisfies Record<
  ImportKindCode,
  { readonly required: readonly string[]; readonly optional: readonly string[] }
>;
const CORE_FILES = ['operator', 'systemAdmin'] as const;
/** Who may hand a file of a kind in: for accounts and products those of its readers who may also enter one by hand. */
export const IMPORT_ROLES = {
  transactions: CORE_FILES,
  service_events: CORE_FILES,
  index_closes: CORE_FILES,
  exchange_holidays: CORE_FILES,
  channel_accounts: ['operator'],
  products: ['operator'],
} as const satisfies Record<ImportKindCode, readonly Role[]>;
/**
 * QUEUED: waits for those before it. RUNNING: goes on after a stop of the server. FAILED: stopped at a fault of
 * ours or because the file does not fit; what was recorded until then stays, and the same file can be sent again.
 */
export const IMPORT_STATES = ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
/** 512 MiB: some four million lines. */
export const IMPORT_FILE_BYTES_MAX = 512 * 1_048_576;
export const IMPORT_FILE_NAME_MAX = 120;
