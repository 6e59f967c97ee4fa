import type { AccountOwner, PlacementState, Platform } from '../contracts/channels.limits.ts';

/** Words for channels, for staff. */
export const platformNames: Readonly<Record<Platform, string>> = {
  MINIPROGRAM: '小程序',
  OFFICIAL_ACCOUNT: '公众号',
  CHANNELS: '视频号',
  WECOM: '企业微信',
  DOUYIN: '抖音',
  XIAOHONGSHU: '小红书',
  WEIBO: '微博',
  HALL: '营业厅',
};
export const accountOwnerNames: Readonly<Record<AccountOwner, string>> = {
  FIRM: '总部',
  BRANCH: '营业部',
  EMPLOYEE: '员工',
};
export const placementStateNames: Readonly<Record<PlacementState, string>> = {
  ACTIVE: '在用',
  RETIRED: '已停用',
};
