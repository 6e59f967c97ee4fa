import { memberMessages } from '../../../../shared/src/messages/member.zh-CN.ts';

export default definePageConfig({
  navigationBarTitleText: memberMessages['tab.school'],
  enablePullDownRefresh: true,
  onReachBottomDistance: 120,
});
