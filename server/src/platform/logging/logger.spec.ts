import { expect, it } from '@jest/globals';
import { Logger } from './index.ts';

it('hides tokens and telephone numbers wherever they stand', () => {
  const lines: string[] = [];
  const logger = new Logger('info', { write: (line) => lines.push(line) });
  logger.info('called 13812345678', { token: 'abc', member: { phone: '13812345678' } });
  logger.error('failed', { error: new Error('Bearer abc.def for 13812345678'), text: 'to 13812345678' });
  const all = lines.join('');
  expect(lines).toHaveLength(2);
  expect(all).not.toMatch(/13812345678|abc/);
  expect(all).toContain('138****5678');
});
