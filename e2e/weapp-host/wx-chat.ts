import type { AppServices, Asynchronous } from './wx.ts';

/** What of wx has to do with the chat that the app was opened from, or that it sends something into. */
export function chatMembers(
  { phone, start }: AppServices,
  asynchronous: Asynchronous,
): Record<string, unknown> {
  return {
    getGroupEnterInfo: asynchronous('getGroupEnterInfo', () => phone.groupEnterInfo(start().scene)),
    updateShareMenu: asynchronous('updateShareMenu', () => ({})),
    isChatTool: () => phone.isInChatTool,
    enterChatToolMode: asynchronous('enterChatToolMode', () => {
      if (phone.chatTool !== 'allowed') throw new Error('no permission');
      phone.isInChatTool = true;
    }),
    exitChatTool: asynchronous('exitChatTool', () => {
      phone.isInChatTool = false;
    }),
    shareAppMessageToGroup: asynchronous('shareAppMessageToGroup', () => {
      if (!phone.isInChatTool) throw new Error('not in chat tool mode');
    }),
  };
}
