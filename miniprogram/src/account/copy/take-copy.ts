import Taro from '@tarojs/taro';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { call } from '../../api/call';

/**
 * Hands the whole copy over in the way the platform has: a browser downloads a file; WeChat gives the text to the
 * clipboard, since it opens no file of this sort.
 */
export async function takeCopy(): Promise<void> {
  const copy = await call(privacyRoutes.downloadAccessCopy, {});
  const text = JSON.stringify(copy, null, 2);
  if (process.env.TARO_ENV === 'weapp') {
    await Taro.setClipboardData({ data: text });
    return;
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `siyu-access-copy-${copy.madeAt.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
