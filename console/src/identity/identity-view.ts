import { CONFLICT_STATES, LINK_REQUEST_STATES } from '@siyu/shared/contracts/identity.limits';

export type ConflictState = (typeof CONFLICT_STATES)[number];
export type LinkState = (typeof LINK_REQUEST_STATES)[number];

/** The conflicts, those to be looked into first of all. */
export interface ConflictView {
  readonly tab: 'conflicts';
  readonly state: ConflictState;
  /** Id of the conflict that is open at the side. */
  readonly open: string | null;
}
/** The requests to merge and to separate. */
export interface LinkView {
  readonly tab: 'requests';
  readonly state: LinkState | null;
  /** The request that is open at the side: whom it is about, and the how manieth about this one. */
  readonly open: { readonly memberId: string; readonly version: string } | null;
}
export type IdentityView = ConflictView | LinkView;

const ID = /^[0-9a-f-]{36}$/;
const VERSION = /^[1-9][0-9]{0,5}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readIdentityView(new URLSearchParams()) // => { tab: 'conflicts', state: 'OPEN', open: null }
 */
export function readIdentityView(params: URLSearchParams): IdentityView {
  const id = params.get('open') ?? '';
  const state = params.get('state');
  if (params.get('tab') !== 'requests')
    return {
      tab: 'conflicts',
      state: CONFLICT_STATES.find((each) => each === state) ?? 'OPEN',
      open: ID.test(id) ? id : null,
    };
  const version = params.get('version') ?? '';
  return {
    tab: 'requests',
    state: LINK_REQUEST_STATES.find((each) => each === state) ?? null,
    open: ID.test(id) && VERSION.test(version) ? { memberId: id, version } : null,
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeIdentityView(view: IdentityView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.tab === 'requests') params.set('tab', 'requests');
  if (view.state !== null && view.state !== 'OPEN') params.set('state', view.state);
  if (view.tab === 'conflicts' && view.open !== null) params.set('open', view.open);
  if (view.tab === 'requests' && view.open !== null) {
    params.set('open', view.open.memberId);
    params.set('version', view.open.version);
  }
  return params;
}
