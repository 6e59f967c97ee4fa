import { memberMessages } from '../../../../shared/src/messages/member.zh-CN.ts';

export default definePageConfig({
  navigationBarTitleText: memberMessages['articles.title'],
  enablePullDownRefresh: true,
  onReachBottomDistance: 120,
});
