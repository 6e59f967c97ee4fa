import {
  COMPLAINT_CHANNELS,
  COMPLAINT_VIEWS,
  type ComplaintChannel,
  type ComplaintView as Part,
} from '@siyu/shared/contracts/care.limits';

/** What the page shows; kept in the address so that a view can be sent to a colleague. */
export interface ComplaintView {
  readonly view: Part;
  readonly channel: ComplaintChannel | null;
  /** Only what was given to the reader. */
  readonly isMine: boolean;
  /** Id of the complaint that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readComplaintView(new URLSearchParams()).view // => 'OWED'
 */
export function readComplaintView(params: URLSearchParams): ComplaintView {
  const open = params.get('open') ?? '';
  return {
    view: COMPLAINT_VIEWS.find((each) => each === params.get('view')) ?? 'OWED',
    channel: COMPLAINT_CHANNELS.find((each) => each === params.get('channel')) ?? null,
    isMine: params.get('owner') === 'me',
    open: ID.test(open) ? open : null,
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeComplaintView({ view, channel, isMine, open }: ComplaintView): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== 'OWED') params.set('view', view);
  if (channel !== null) params.set('channel', channel);
  if (isMine) params.set('owner', 'me');
  if (open !== null) params.set('open', open);
  return params;
}
