import Taro from '@tarojs/taro';

/**
 * Pictures that the person picks from the phone, as paths that hold until the app is closed; none when they pick none.
 * A browser may never say that somebody has closed its window: nothing may wait for this.
 */
export async function pickPictures(count: number): Promise<readonly string[]> {
  const picked = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: ['album'],
    sizeType: ['compressed'],
  }).catch(() => null);
  // A browser knows one or many, not how many.
  return picked?.tempFiles.slice(0, count).map(({ tempFilePath }) => tempFilePath) ?? [];
}
