/** A mini-program as WeChat's console knows it. */
export interface MiniProgram {
  readonly appId: string;
  readonly appSecret: string;
  /** An openid belongs to one app: the same person has another one elsewhere. */
  readonly openidPrefix: string;
  /** Only an app bound to an Open Platform account is given unionids. */
  readonly isBoundToOpenPlatform: boolean;
}

/** The app of the demo firm; its id and secret are public because they open nothing but this box. */
export const demoMiniProgram: MiniProgram = {
  appId: 'wx5a11db0c00000001',
  appSecret: '5a11db0c5a11db0c5a11db0c5a11db0c',
  openidPrefix: 'osbx-',
  isBoundToOpenPlatform: true,
};

/** A second app, so that a code of another app can be refused. */
export const foreignMiniProgram: MiniProgram = {
  appId: 'wx5a11db0c00000002',
  appSecret: '0c5a11db0c5a11db0c5a11db0c5a11db',
  openidPrefix: 'oforeign-',
  isBoundToOpenPlatform: false,
};
