import Taro from '@tarojs/taro';
import { isRecord } from './storage';

/** WeChat's standard is a factor of 1 and 16 or 17 pixels, by system; from these values on its user chose larger text. */
const LARGE_FACTOR = 1.1;
const LARGE_PIXELS = 19;

/** Whether the person has made WeChat's own text larger; a browser says nothing of the kind. */
export function isSystemTextLarge(): boolean {
  const info: unknown = Taro.getAppBaseInfo();
  if (!isRecord(info)) return false;
  const { fontSizeScaleFactor: factor, fontSizeSetting: pixels } = info;
  if (typeof factor === 'number') return factor >= LARGE_FACTOR;
  return typeof pixels === 'number' && pixels >= LARGE_PIXELS;
}
