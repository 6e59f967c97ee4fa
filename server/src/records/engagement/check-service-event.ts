import type { ServiceEventKind } from '@siyu/shared/contracts/engagement.limits';
import { dayOfInstant, type EpochDay } from '@siyu/shared/time';
import { isBelievableInstant } from '../../platform/imports/index.ts';
import { FIELD_MISSING, FIELD_UNEXPECTED, TIME_OUT_OF_RANGE, VALUE_INVALID } from './engagement.errors.ts';

/** An assessment or a consultation, by file or by API. */
export interface ServiceEvent {
  readonly sourceId: string;
  readonly kind: ServiceEventKind;
  readonly coreCustomerId: string;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly refSourceId: string | null;
  readonly validUntil: EpochDay | null;
}

/** Why a row is refused, and the field it is about. */
export interface ServiceFault {
  readonly code: string;
  readonly field: keyof ServiceEvent;
}

/**
 * Judges a row by itself: an assessment has an end and nothing else, a rating names the consultation it is of.
 * @param now epoch ms
 * @returns null when nothing is wrong.
 */
export function serviceFault(event: ServiceEvent, now: number): ServiceFault | null {
  const { kind, refSourceId, validUntil, occurredAt, sourceId } = event;
  if (kind === 'risk_assessed' && validUntil === null) return { code: FIELD_MISSING, field: 'validUntil' };
  if (kind !== 'risk_assessed' && validUntil !== null) return { code: FIELD_UNEXPECTED, field: 'validUntil' };
  if (kind === 'consultation_rated' && refSourceId === null) {
    return { code: FIELD_MISSING, field: 'refSourceId' };
  }
  if (kind !== 'consultation_rated' && refSourceId !== null) {
    return { code: FIELD_UNEXPECTED, field: 'refSourceId' };
  }
  if (refSourceId === sourceId) return { code: VALUE_INVALID, field: 'refSourceId' };
  if (!isBelievableInstant(occurredAt, now)) return { code: TIME_OUT_OF_RANGE, field: 'occurredAt' };
  if (validUntil !== null && validUntil <= dayOfInstant(occurredAt)) {
    return { code: VALUE_INVALID, field: 'validUntil' };
  }
  return null;
}
