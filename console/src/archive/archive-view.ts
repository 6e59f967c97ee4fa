import { FINDING_STATES, type FindingState } from '@siyu/shared/contracts/archive.limits';
import {
  WORDING_FAULTS,
  WORDING_LEVELS,
  type WordingFault,
  type WordingLevel,
} from '@siyu/shared/contracts/moderation.limits';

/** What the page shows; kept in the address so that a finding can be sent to a colleague. */
export interface ArchiveView {
  readonly state: FindingState;
  readonly level: WordingLevel | null;
  readonly fault: WordingFault | null;
  /** Of one adviser. */
  readonly staffId: string | null;
  /** `YYYY-MM-DD`. */
  readonly day: string | null;
  /** Id of the finding that is open at the side. */
  readonly open: string | null;
}
export const openFindings: ArchiveView = {
  state: 'OPEN',
  level: null,
  fault: null,
  staffId: null,
  day: null,
  open: null,
};

const ID = /^[0-9a-f-]{36}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const matching = (text: string | null, pattern: RegExp): string | null =>
  text !== null && pattern.test(text) ? text : null;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readArchiveView(new URLSearchParams('state=HANDLED&level=x')).level // => null
 */
export function readArchiveView(params: URLSearchParams): ArchiveView {
  return {
    state: FINDING_STATES.find((each) => each === params.get('state')) ?? 'OPEN',
    level: WORDING_LEVELS.find((each) => each === params.get('level')) ?? null,
    fault: WORDING_FAULTS.find((each) => each === params.get('fault')) ?? null,
    staffId: matching(params.get('staffId'), ID),
    day: matching(params.get('day'), DAY),
    open: matching(params.get('open'), ID),
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeArchiveView(view: ArchiveView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view))
    if (value && value !== openFindings.state) params.set(name, String(value));
  return params;
}
