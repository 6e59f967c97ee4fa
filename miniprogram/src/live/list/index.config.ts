import { memberMessages } from '../../../../shared/src/messages/member.zh-CN.ts';

export default definePageConfig({
  navigationBarTitleText: memberMessages['lives.title'],
  enablePullDownRefresh: true,
  onReachBottomDistance: 120,
});
