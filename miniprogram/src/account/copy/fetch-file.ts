import Taro from '@tarojs/taro';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { call } from '../../api/call';

/**
 * Hands a finished file over in the way the platform has: a browser downloads it; WeChat opens neither sort of file,
 * so the link goes to the clipboard, good for five minutes in any browser.
 */
export async function fetchFile(orderId: string): Promise<void> {
  const { url, fileName } = await call(privacyRoutes.linkCopyOrder, { params: { orderId } });
  if (process.env.TARO_ENV === 'weapp') {
    await Taro.setClipboardData({ data: `${API_BASE}${url}` });
    return;
  }
  const link = document.createElement('a');
  link.href = `${API_BASE}${url}`;
  link.download = fileName;
  link.click();
}
