/** How something ends that WeChat was asked for; `left`: the person closed it, `refused`: not this app, or not here. */
export type Outcome = 'done' | 'left' | 'refused';

/** For calls of WeChat that give no promise. */
export function outcomeOf(ask: (end: WeChatEnd) => void): Promise<Outcome> {
  return new Promise((resolve) => {
    ask({
      success: () => {
        resolve('done');
      },
      fail: ({ errMsg }) => {
        resolve(errMsg.includes('cancel') ? 'left' : 'refused');
      },
    });
  });
}
