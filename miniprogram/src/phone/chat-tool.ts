import Taro from '@tarojs/taro';
import { type Outcome, outcomeOf } from './outcome';

/** Whether this WeChat knows the chat tool in its open mode; whether the firm may use it shows when it is asked. */
export function hasChatTool(): boolean {
  return (
    process.env.TARO_ENV === 'weapp' &&
    ['enterChatToolMode', 'shareAppMessageToGroup'].every((name) => Taro.canIUse(name))
  );
}

/** Sends a card into a group that the person chooses, or into the one the app is bound to already. */
export async function sendCardToGroup(card: {
  readonly title: string;
  readonly path: string;
}): Promise<Outcome> {
  const isBound = wx.isChatTool();
  if (!isBound) {
    const entered = await outcomeOf((end) => {
      wx.enterChatToolMode({ singleChatRoom: true, ...end });
    });
    if (entered !== 'done') return entered;
  }
  const sent = await outcomeOf((end) => {
    wx.shareAppMessageToGroup({ ...card, ...end });
  });
  // In the mode nothing is shared the ordinary way, so whoever was not in it before is not left in it.
  if (!isBound) wx.exitChatTool({});
  return sent;
}
