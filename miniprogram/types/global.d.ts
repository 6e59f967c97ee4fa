/** Origin of the server, decided when the app is built; empty when the page comes from the server itself. */
declare const API_BASE: string;
/** Version of the app, as in package.json when it is built. */
declare const APP_VERSION: string;

declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which of the two builds this is; the build puts the word in its place. */
    readonly TARO_ENV?: string;
  }
}

interface WeChatEnd {
  readonly success?: () => void;
  readonly fail?: (reason: { readonly errMsg: string }) => void;
}

/**
 * Of WeChat's own object only what Taro does not pass on, or not with how it ended: the chat tool in its open mode
 * (base library 3.12.0), and lives of Channels (2.19.0).
 */
declare const wx: {
  isChatTool(): boolean;
  enterChatToolMode(options: WeChatEnd & { readonly singleChatRoom: boolean }): void;
  shareAppMessageToGroup(options: WeChatEnd & { readonly title: string; readonly path: string }): void;
  exitChatTool(options: WeChatEnd): void;
  reserveChannelsLive(options: WeChatEnd & { readonly noticeId: string }): void;
  openChannelsLive(options: WeChatEnd & { readonly finderUserName: string }): void;
};
