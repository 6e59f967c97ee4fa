import { AWARD_STATES, type AwardState } from '@siyu/shared/contracts/awards.limits';

export interface AwardView {
  readonly state: AwardState;
  /** Id of the award that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readAwardView(new URLSearchParams('state=AWARDED')) // => { state: 'AWARDED', open: null }
 */
export function readAwardView(params: URLSearchParams): AwardView {
  const open = params.get('open') ?? '';
  const state = params.get('state');
  return {
    state: AWARD_STATES.find((each) => each === state) ?? 'HELD',
    open: ID.test(open) ? open : null,
  };
}

/** The address of a view. */
export function writeAwardView({ state, open }: AwardView): URLSearchParams {
  return new URLSearchParams({ state, ...(open !== null && { open }) });
}
