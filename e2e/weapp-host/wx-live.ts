import type { AppServices, Asynchronous } from './wx.ts';

/** What of wx has to do with lives of Channels, which WeChat shows itself. */
export function liveMembers({ phone }: AppServices, asynchronous: Asynchronous): Record<string, unknown> {
  return {
    getChannelsLiveNoticeInfo: asynchronous('getChannelsLiveNoticeInfo', ({ finderUserName }) =>
      phone.askChannels('notice-info', { finderUserName }),
    ),
    reserveChannelsLive: asynchronous('reserveChannelsLive', ({ noticeId }) =>
      phone.askChannels('reservations', { noticeId }),
    ),
    openChannelsLive: asynchronous('openChannelsLive', ({ finderUserName }) =>
      phone.askChannels('live-info', { finderUserName }),
    ),
  };
}
