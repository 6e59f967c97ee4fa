import { FAKE_REPORT_STATES, type FakeReportState } from '@siyu/shared/contracts/verification.limits';

export interface FakeReportView {
  readonly state: FakeReportState;
  /** Id of the report that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readFakeReportView(new URLSearchParams()) // => { state: 'OPEN', open: null }
 */
export function readFakeReportView(params: URLSearchParams): FakeReportView {
  const id = params.get('open') ?? '';
  const state = params.get('state');
  return {
    state: FAKE_REPORT_STATES.find((each) => each === state) ?? 'OPEN',
    open: ID.test(id) ? id : null,
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeFakeReportView({ state, open }: FakeReportView): URLSearchParams {
  const params = new URLSearchParams();
  if (state !== 'OPEN') params.set('state', state);
  if (open !== null) params.set('open', open);
  return params;
}
