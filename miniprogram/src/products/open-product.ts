import Taro from '@tarojs/taro';

export function openProduct(productId: string): void {
  void Taro.navigateTo({ url: `/products/one/index?productId=${productId}` });
}
