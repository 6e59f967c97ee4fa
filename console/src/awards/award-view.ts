import {
  AWARD_HOLDS,
  AWARD_STATES,
  type AwardHold,
  type AwardState,
} from '@siyu/shared/contracts/awards.limits';

export interface AwardView {
  readonly state: AwardState;
  /** Only those that were held for this; null: for whatever. */
  readonly hold: AwardHold | null;
  /** Id of the award that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readAwardView(new URLSearchParams('state=AWARDED')) // => { state: 'AWARDED', hold: null, open: null }
 */
export function readAwardView(params: URLSearchParams): AwardView {
  const open = params.get('open') ?? '';
  const state = params.get('state');
  return {
    state: AWARD_STATES.find((each) => each === state) ?? 'HELD',
    hold: AWARD_HOLDS.find((each) => each === params.get('hold')) ?? null,
    open: ID.test(open) ? open : null,
  };
}

/** The address of a view. */
export function writeAwardView({ state, hold, open }: AwardView): URLSearchParams {
  return new URLSearchParams({ state, ...(hold !== null && { hold }), ...(open !== null && { open }) });
}
