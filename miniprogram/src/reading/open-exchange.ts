import Taro from '@tarojs/taro';

export function openExchange(): void {
  void Taro.navigateTo({ url: '/account/exchange/index' });
}
