import { LIVE_VIEWS, type LiveView } from '@siyu/shared/contracts/live.limits';

/** Which lives the page shows, from its address. @example readLiveView(new URLSearchParams('view=OVER')) // => 'OVER' */
export const readLiveView = (params: URLSearchParams): LiveView =>
  LIVE_VIEWS.find((view) => view === params.get('view')) ?? 'AHEAD';
