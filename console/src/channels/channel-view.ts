import {
  ACCOUNT_OWNERS,
  ARRIVAL_WINDOWS,
  CHANNEL_SEARCH_MAX,
  PLATFORMS,
  type AccountOwner,
  type ArrivalWindow,
  type Platform,
} from '@siyu/shared/contracts/channels.limits';

export const USUAL_WINDOW: ArrivalWindow = 30;

/** What the page shows; kept in the address so that a view can be sent to a colleague. */
export interface ChannelView {
  readonly platform: Platform | null;
  readonly owner: AccountOwner | null;
  readonly days: ArrivalWindow;
  readonly search: string;
  /** Id of the account that is open at the side. */
  readonly open: string | null;
}

/** Reads an address; what it does not know it leaves out. */
export function readView(params: URLSearchParams): ChannelView {
  return {
    platform: PLATFORMS.find((each) => each === params.get('platform')) ?? null,
    owner: ACCOUNT_OWNERS.find((each) => each === params.get('owner')) ?? null,
    days: ARRIVAL_WINDOWS.find((each) => String(each) === params.get('days')) ?? USUAL_WINDOW,
    search: (params.get('search') ?? '').trim().slice(0, CHANNEL_SEARCH_MAX),
    open: params.get('open'),
  };
}

export function writeView({ days, ...view }: ChannelView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  if (days !== USUAL_WINDOW) params.set('days', String(days));
  return params;
}
