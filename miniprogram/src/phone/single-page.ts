import Taro from '@tarojs/taro';

const SINGLE_PAGE_SCENE = 1154;

/**
 * Whether WeChat shows one page alone, as it does for what was shared to Moments: nobody is signed in, no other page
 * opens, and what is kept is not the app's own.
 */
export function isSinglePage(): boolean {
  return process.env.TARO_ENV === 'weapp' && Taro.getLaunchOptionsSync().scene === SINGLE_PAGE_SCENE;
}
