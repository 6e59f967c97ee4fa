import { describe, expect, it } from '@jest/globals';
import { explainError } from './explain-error.ts';
import { ProblemError } from './problem-error.ts';
import { readProblem } from './read-problem.ts';

describe('reading a refusal', () => {
  it('keeps code, sentence and places of a problem', () => {
    const error = readProblem(400, {
      code: 'http.validation_failed',
      title: '填写的内容有几处需要修改。',
      errors: [{ path: 'title', message: '太短' }, { path: 3 }],
    });
    expect(explainError(error)).toEqual({
      sentence: '填写的内容有几处需要修改。',
      places: [{ path: 'title', message: '太短' }],
      canRetry: false,
    });
  });

  it('says it in Chinese when a proxy answers with its own page', () => {
    const { sentence, canRetry } = explainError(readProblem(502, '<html>Bad Gateway</html>'));
    expect(sentence).toBe('服务正在启动或维护，请稍后再试。');
    expect(canRetry).toBe(true);
  });

  it('says that a file is too large when the limit answers before the server', () => {
    expect(explainError(readProblem(413, '')).sentence).toBe('内容太大了，请缩小后再提交。');
  });
});

describe('explaining a failure', () => {
  it('offers another try without a network and none after a refusal', () => {
    const offline = new ProblemError({ code: 'client.offline', status: 0, title: null });
    const forbidden = new ProblemError({ code: 'http.forbidden', status: 403, title: null });
    expect(explainError(offline)).toMatchObject({
      canRetry: true,
      sentence: '网络连接不上，请检查网络后重试。',
    });
    expect(explainError(forbidden).canRetry).toBe(false);
  });

  it('has a sentence for what nobody foresaw', () => {
    expect(explainError(new TypeError('x is undefined')).sentence).toMatch(/。$/);
  });
});
