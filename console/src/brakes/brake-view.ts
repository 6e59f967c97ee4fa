import { BRAKE_STATES, type BrakeState } from '@siyu/shared/contracts/brakes.limits';

export interface BrakeView {
  readonly state: BrakeState;
  /** Id of the brake that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readBrakeView(new URLSearchParams()) // => { state: 'ON', open: null }
 */
export function readBrakeView(params: URLSearchParams): BrakeView {
  const id = params.get('open') ?? '';
  const state = params.get('state');
  return {
    state: BRAKE_STATES.find((each) => each === state) ?? 'ON',
    open: ID.test(id) ? id : null,
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeBrakeView({ state, open }: BrakeView): URLSearchParams {
  const params = new URLSearchParams();
  if (state !== 'ON') params.set('state', state);
  if (open !== null) params.set('open', open);
  return params;
}
