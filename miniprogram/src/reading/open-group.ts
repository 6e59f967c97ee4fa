import Taro from '@tarojs/taro';

export function openGroup(groupId: string): void {
  void Taro.navigateTo({ url: `/community/group/index?groupId=${groupId}` });
}
