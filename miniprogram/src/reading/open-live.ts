import Taro from '@tarojs/taro';

export function openLives(): void {
  void Taro.navigateTo({ url: '/live/list/index' });
}

export function openLive(liveId: string): void {
  void Taro.navigateTo({ url: `/live/watch/index?liveId=${liveId}` });
}
