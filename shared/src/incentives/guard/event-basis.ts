import { isEarningEvent } from '../earning-fact.ts';
import type { GuardCode } from './refusal.ts';

/** What events are about that may earn nothing, beside not being on the list. */
const BASIS: Readonly<Record<string, GuardCode>> = {
  account_opened: 'depends_on_account',
  purchase_submitted: 'depends_on_trading',
  purchase_confirmed: 'depends_on_trading',
  purchase_refunded: 'depends_on_trading',
  redemption_confirmed: 'depends_on_trading',
  sip_created: 'depends_on_trading',
  sip_stopped: 'depends_on_trading',
  advisory_contract_signed: 'depends_on_trading',
  advisory_contract_cancelled: 'depends_on_trading',
  benefit_booked: 'depends_on_trading',
  aum_snapshotted: 'depends_on_holdings',
  net_inflow_recorded: 'depends_on_holdings',
  risk_assessed: 'depends_on_risk_assessment',
  suitability_checked: 'depends_on_risk_assessment',
  member_registered: 'depends_on_profile',
  kyc_updated: 'depends_on_profile',
  consent_granted: 'depends_on_consent',
  consent_withdrawn: 'depends_on_consent',
  push_opened: 'depends_on_subscription',
  push_unsubscribed: 'depends_on_subscription',
  content_shared: 'depends_on_sharing',
  referral_opened: 'depends_on_sharing',
  referral_registered: 'depends_on_sharing',
  product_viewed: 'depends_on_product',
  product_favourited: 'depends_on_product',
  disclosure_read: 'depends_on_product',
};

/** Why an event may earn nothing; empty: it may. */
export function eventBasisOf(type: string): readonly GuardCode[] {
  if (isEarningEvent(type)) return [];
  const about = Object.hasOwn(BASIS, type) ? BASIS[type] : undefined;
  return about === undefined ? ['event_not_listed'] : ['event_not_listed', about];
}

/** Whether a name is one of an event that may earn nothing for what it is about. */
export const isForbiddenEvent = (name: string): boolean => Object.hasOwn(BASIS, name);
