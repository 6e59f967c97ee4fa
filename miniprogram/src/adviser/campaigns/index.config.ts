import { memberMessages } from '../../../../shared/src/messages/member.zh-CN.ts';

export default definePageConfig({
  navigationBarTitleText: memberMessages['adviser.campaigns'],
  enablePullDownRefresh: true,
});
