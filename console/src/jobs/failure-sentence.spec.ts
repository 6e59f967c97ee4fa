import { expect, it } from '@jest/globals';
import { failureSentence } from './failure-sentence.ts';

it('D-07 what went wrong with a job is told without the names that were not kept', () => {
  expect(failureSentence('configuration.not_configured')).toBe('系统缺少配置，请联系管理员。');
  expect(failureSentence('identity.login_locked')).toBe('操作没有完成，请稍后再试。');
});
