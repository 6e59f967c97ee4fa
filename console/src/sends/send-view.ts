import {
  SEND_CHANNELS,
  SEND_STATES,
  type SendChannelName,
  type SendState,
} from '@siyu/shared/contracts/platform-sends.limits';

/** What the page shows; kept in the address so that a finding can be sent to a colleague. */
export interface SendView {
  readonly state: SendState | null;
  readonly channel: SendChannelName | null;
  /** Id of the send that is open at the side. */
  readonly open: string | null;
}
export const allSends: SendView = { state: null, channel: null, open: null };

/**
 * Reads an address; what it does not know it leaves out.
 * @example readSendView(new URLSearchParams('state=UNKNOWN&open=x')) // => { state: 'UNKNOWN', channel: null, open: null }
 */
export function readSendView(params: URLSearchParams): SendView {
  const open = params.get('open') ?? '';
  return {
    state: SEND_STATES.find((state) => state === params.get('state')) ?? null,
    channel: SEND_CHANNELS.find((channel) => channel === params.get('channel')) ?? null,
    open: /^[0-9a-f-]{36}$/.test(open) ? open : null,
  };
}

export function writeSendView(view: SendView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}
