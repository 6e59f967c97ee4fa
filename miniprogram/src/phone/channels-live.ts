import Taro from '@tarojs/taro';
import { type Outcome, outcomeOf } from './outcome';

/** Whether this is a WeChat that can reserve a live of Channels; a browser never is. */
export function hasChannels(): boolean {
  return (
    process.env.TARO_ENV === 'weapp' &&
    ['getChannelsLiveNoticeInfo', 'reserveChannelsLive', 'openChannelsLive'].every((name) =>
      Taro.canIUse(name),
    )
  );
}

/** Has WeChat reserve the next live of a Channels account. To be called in a tap. */
export async function reserveInChannels(finderUserName: string): Promise<Outcome> {
  const notice = await Taro.getChannelsLiveNoticeInfo({ finderUserName }).catch(() => null);
  const noticeId: unknown = notice === null ? null : Reflect.get(notice, 'noticeId');
  if (notice?.reservable !== true || typeof noticeId !== 'string') return 'refused';
  return outcomeOf((end) => {
    wx.reserveChannelsLive({ noticeId, ...end });
  });
}

/** Opens the live of a Channels account in WeChat. */
export function openInChannels(finderUserName: string): Promise<Outcome> {
  return outcomeOf((end) => {
    wx.openChannelsLive({ finderUserName, ...end });
  });
}
