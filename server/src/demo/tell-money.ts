import { addDays, dayOfInstant } from '@siyu/shared/time';
import type { ServiceEvent } from '../records/engagement/index.ts';
import type { ReportedPurchase, ToldTransaction } from '../records/transactions/index.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoMember, DemoPurchase } from './demo-member.ts';

export const coreCustomerId = ({ key }: Pick<DemoMember, 'key'>): string => `demo-${key}`;

const sourceId = (key: string, index: number): string => `demo-${key}-${index + 1}`;

/** Purchases as the core system reports them; some are told twice. */
export function tellPurchases(member: DemoMember, calendar: DemoCalendar): readonly ReportedPurchase[] {
  return member.purchases.flatMap((purchase, index) => {
    const told = {
      sourceId: sourceId(member.key, index),
      coreCustomerId: coreCustomerId(member),
      occurredAt: new Date(calendar.at(purchase)).toISOString(),
      productCode: purchase.productCode,
      amountFen: purchase.amountFen,
      benefitFen: purchase.benefitFen,
    };
    return purchase.isToldTwice === true ? [told, told] : [told];
  });
}

/** What else the core system tells: refunds, and what is held. */
export function tellFacts(member: DemoMember, calendar: DemoCalendar): readonly ToldTransaction[] {
  const base = {
    coreCustomerId: coreCustomerId(member),
    targetProductCode: null,
    planId: null,
    benefitSource: null,
    currency: 'CNY',
    midRate: null,
  } as const;
  const refunds = member.purchases.flatMap((purchase, index) =>
    refundOf(purchase).map((daysAgo): ToldTransaction => ({
      ...base,
      sourceId: `${sourceId(member.key, index)}-refund`,
      kind: 'refund',
      occurredAt: calendar.at({ daysAgo, secondOfDay: 50_000 }),
      refSourceId: sourceId(member.key, index),
      productCode: null,
      amountFen: null,
    })),
  );
  if (member.holdingFen === null) return refunds;
  // Half a year ago a tenth less was held.
  const snapshots = [180, 1].map((daysAgo): ToldTransaction => ({
    ...base,
    sourceId: `demo-${member.key}-holding-${daysAgo}`,
    kind: 'holding_snapshot',
    occurredAt: calendar.at({ daysAgo, secondOfDay: 57_600 }),
    refSourceId: null,
    productCode: 'FUND-BALANCED',
    amountFen: daysAgo === 1 ? (member.holdingFen ?? 0) : Math.round((member.holdingFen ?? 0) * 0.9),
  }));
  return [...refunds, ...snapshots];
}

function refundOf({ refundedDaysAgo }: DemoPurchase): readonly number[] {
  return refundedDaysAgo === undefined ? [] : [refundedDaysAgo];
}

/** Assessments are valid for a year; a rating names the consultation closed before it. */
export function tellServices(member: DemoMember, calendar: DemoCalendar): readonly ServiceEvent[] {
  let closed: string | null = null;
  return member.services.map((service, index): ServiceEvent => {
    const occurredAt = calendar.at(service);
    const id = `demo-${member.key}-service-${index + 1}`;
    const refSourceId = service.kind === 'consultation_rated' ? closed : null;
    if (service.kind === 'consultation_closed') closed = id;
    return {
      sourceId: id,
      kind: service.kind,
      coreCustomerId: coreCustomerId(member),
      occurredAt,
      refSourceId,
      validUntil: service.kind === 'risk_assessed' ? addDays(dayOfInstant(occurredAt), 365) : null,
    };
  });
}

/** Customers of the core system who are nobody's: their facts wait for a link. */
export function tellStrangers(count: number, calendar: DemoCalendar): readonly ToldTransaction[] {
  return Array.from({ length: count }, (_, index) => ({
    sourceId: `demo-stranger-${index + 1}`,
    coreCustomerId: `demo-stranger-${index + 1}`,
    kind: 'holding_snapshot',
    occurredAt: calendar.at({ daysAgo: 1, secondOfDay: 57_600 }),
    refSourceId: null,
    productCode: 'FUND-BOND',
    targetProductCode: null,
    planId: null,
    amountFen: 1_000_000 + index,
    benefitSource: null,
    currency: 'CNY',
    midRate: null,
  }));
}
