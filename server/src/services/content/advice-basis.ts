import { AdviceBasis } from '@siyu/shared/contracts/content-kinds';
import {
  type BasisFault,
  type ContentLabel,
  REPORT_PUBLISHER_MIN,
} from '@siyu/shared/contracts/content.limits';
import { type EpochDay, formatDay } from '@siyu/shared/time';
import { basisMissing, reportIncomplete, reportInFuture } from './content.errors.ts';

/** Something that is said to members, with what it says of its basis. */
interface Advised {
  readonly label: ContentLabel;
  readonly basis?: AdviceBasis | null | undefined;
}

const REFUSALS = {
  BASIS_MISSING: basisMissing,
  REPORT_INCOMPLETE: reportIncomplete,
  REPORT_IN_FUTURE: reportInFuture,
} as const satisfies Readonly<Record<BasisFault, () => Error>>;

/** What is said of a basis, as far as it counts: education has none, and what uses no report names none. */
export function basisOf({ label, basis }: Advised): AdviceBasis | null {
  if (label !== 'advice' || basis === null || basis === undefined) return null;
  return basis.usesReport ? basis : { usesReport: false, reportPublisher: '', reportOn: null };
}

/** The basis as it is stored. */
export const storedBasis = (stored: object | null): AdviceBasis | null =>
  stored === null ? null : AdviceBasis.parse(stored);

/** What is wrong with what advice says it rests on: that no report is used, or whose report of which day (REQ-ADV-4). */
export function basisFaultOf(advised: Advised, today: EpochDay): BasisFault | null {
  if (advised.label !== 'advice') return null;
  const basis = basisOf(advised);
  if (basis === null) return 'BASIS_MISSING';
  if (!basis.usesReport) return null;
  const { reportPublisher, reportOn } = basis;
  if (reportPublisher.trim().length < REPORT_PUBLISHER_MIN || reportOn === null) return 'REPORT_INCOMPLETE';
  return reportOn > formatDay(today) ? 'REPORT_IN_FUTURE' : null;
}

/** @throws {AppError} content.basis_missing, content.report_incomplete, content.report_in_future */
export function requireBasis(advised: Advised, today: EpochDay): void {
  const fault = basisFaultOf(advised, today);
  if (fault !== null) throw REFUSALS[fault]();
}
