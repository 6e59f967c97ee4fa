import { BASIS_FAULTS } from './content.limits.ts';
import { SUPPRESSION_REASONS } from './notifications.limits.ts';

/** Where the page beside a chat of WeCom is served. */
export const SIDEBAR_PATH = '/console/sidebar';

/** What a text from the sidebar is for: what the customer asked for, or everything else. */
export const INSERT_PURPOSES = ['SERVICE', 'MARKETING'] as const;
export type InsertPurpose = (typeof INSERT_PURPOSES)[number];

/** What a person may write; WeCom takes more, and what an adviser's name adds has to fit. */
export const INSERT_TEXT_MAX = 500;
export const INSERTS_SHOWN_MAX = 5;
export const PHRASES_MAX = 30;
/** Ids of WeCom, of a person or a group. */
export const WECOM_ID_MAX = 64;

/** Why a text was not let through. The last ones are those of the gate of marketing. */
export const INSERT_REFUSALS = [
  'STOPPED',
  'NO_LICENCE',
  'ADVISER_ONLY',
  'WORDING',
  'SECOND_LOOK',
  ...BASIS_FAULTS,
  'ADVICE_WITHOUT_CONTRACT',
  'GROUP_MARKETING',
  'NO_SERVICE_CONSENT',
  ...SUPPRESSION_REASONS,
] as const;
export type InsertRefusal = (typeof INSERT_REFUSALS)[number];

/** What the page saw of WeCom's answer. UNKNOWN: asked, and nobody knows what became of it. */
export const INSERT_OUTCOMES = ['SENT', 'FAILED', 'UNKNOWN'] as const;
export type InsertOutcome = (typeof INSERT_OUTCOMES)[number];
export const INSERT_STATES = ['SENDING', ...INSERT_OUTCOMES] as const;
export type InsertState = (typeof INSERT_STATES)[number];
/** A page that has said nothing for so long will not say anything any more. */
export const INSERT_SILENT_MS = 120_000;
