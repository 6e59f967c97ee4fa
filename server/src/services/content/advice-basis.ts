import type { ContentDraft } from '@siyu/shared/contracts/content';
import { AdviceBasis } from '@siyu/shared/contracts/content-kinds';
import { REPORT_PUBLISHER_MIN } from '@siyu/shared/contracts/content.limits';
import { type EpochDay, formatDay } from '@siyu/shared/time';
import { basisMissing, reportIncomplete, reportInFuture } from './content.errors.ts';

/** What a draft says of its basis, as far as it counts: education has none, and what uses no report names none. */
export function basisOf({ label, basis }: Pick<ContentDraft, 'label' | 'basis'>): AdviceBasis | null {
  if (label !== 'advice' || basis === null || basis === undefined) return null;
  return basis.usesReport ? basis : { usesReport: false, reportPublisher: '', reportOn: null };
}

/** The basis as it is stored. */
export const storedBasis = (stored: object | null): AdviceBasis | null =>
  stored === null ? null : AdviceBasis.parse(stored);

/**
 * Advice says what it rests on: that no report is used, or whose report of which day (REQ-ADV-4).
 * @throws {AppError} content.basis_missing, content.report_incomplete, content.report_in_future
 */
export function requireBasis(draft: Pick<ContentDraft, 'label' | 'basis'>, today: EpochDay): void {
  if (draft.label !== 'advice') return;
  const basis = basisOf(draft);
  if (basis === null) throw basisMissing();
  if (!basis.usesReport) return;
  const { reportPublisher, reportOn } = basis;
  if (reportPublisher.trim().length < REPORT_PUBLISHER_MIN || reportOn === null) throw reportIncomplete();
  if (reportOn > formatDay(today)) throw reportInFuture();
}
