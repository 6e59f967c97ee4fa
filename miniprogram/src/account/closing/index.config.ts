import { privacyMessages } from '../../../../shared/src/messages/privacy.zh-CN.ts';

export default definePageConfig({
  navigationBarTitleText: privacyMessages['closing.page'],
});
