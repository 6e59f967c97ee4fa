import Taro from '@tarojs/taro';

/** What comes of a card that was to go into a chat; `refused`: WeChat does not let this app, or not here. */
export type CardOutcome = 'sent' | 'left' | 'refused';

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
}): Promise<CardOutcome> {
  const isBound = wx.isChatTool();
  if (!isBound) {
    const entered = await outcomeOf((end) => {
      wx.enterChatToolMode({ singleChatRoom: true, ...end });
    });
    if (entered !== 'sent') return entered;
  }
  const sent = await outcomeOf((end) => {
    wx.shareAppMessageToGroup({ ...card, ...end });
  });
  // In the mode nothing is shared the ordinary way, so whoever was not in it before is not left in it.
  if (!isBound) wx.exitChatTool({});
  return sent;
}

/** None of these calls gives a promise. */
function outcomeOf(ask: (end: ChatToolEnd) => void): Promise<CardOutcome> {
  return new Promise((resolve) => {
    ask({
      success: () => {
        resolve('sent');
      },
      fail: ({ errMsg }) => {
        resolve(errMsg.includes('cancel') ? 'left' : 'refused');
      },
    });
  });
}
