import { CALL_VIEWS, type CallView as Part } from '@siyu/shared/contracts/care.limits';

/** What the page shows; kept in the address. */
export interface CallView {
  readonly view: Part;
  readonly isMine: boolean;
  /** Id of the call that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/** Reads an address; what it does not know it leaves out. */
export function readCallView(params: URLSearchParams): CallView {
  const open = params.get('open') ?? '';
  return {
    view: CALL_VIEWS.find((each) => each === params.get('view')) ?? 'OWED',
    isMine: params.get('owner') === 'me',
    open: ID.test(open) ? open : null,
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeCallView({ view, isMine, open }: CallView): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== 'OWED') params.set('view', view);
  if (isMine) params.set('owner', 'me');
  if (open !== null) params.set('open', open);
  return params;
}
