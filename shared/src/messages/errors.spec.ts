import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { errorMessages, errorSentence, fillTemplate } from './index.ts';

const serverSource = fileURLToPath(new URL('../../../server/src', import.meta.url));

/** Codes a source text can answer with: `new AppError('module.reason'`, and verdicts `code: 'module.reason'`. */
const codesIn = (source: string): string[] =>
  [
    ...source.matchAll(/(?:AppError|super)\(\s*'([a-z][A-Za-z]*\.[a-z_]+)'/g),
    ...source.matchAll(/\bcode:\s*'([a-z][A-Za-z]*\.[a-z_]+)'/g),
    ...source.matchAll(/\b\d{3}:\s*'(http\.[a-z_]+)'/g),
  ].map(([, code = '']) => code);

const sources = readdirSync(serverSource, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(serverSource, file), 'utf8'));
const codes = [...new Set(sources.flatMap(codesIn))].sort();

describe('the catalogue of errors', () => {
  it('finds the codes of the server, in each way they are written', () => {
    expect(codesIn("throw new AppError('a.b_c', 409)")).toEqual(['a.b_c']);
    expect(codesIn("new AppError(\n 'a.b', 409)")).toEqual(['a.b']);
    expect(codesIn("{ verdict: 'refused', code: 'a.b' }")).toEqual(['a.b']);
    expect(codes.length).toBeGreaterThan(20);
  });

  it.each(codes)('has a sentence for %s', (code) => {
    expect(errorMessages[code]).toMatch(/^\P{ASCII}.*。$/u);
  });

  it.each(Object.entries(errorMessages))('speaks calmly in %s', (_, sentence) => {
    expect(sentence).not.toMatch(/[!！]|会员|VIP/);
  });

  it('fills details and leaves a place without a value visible', () => {
    expect(errorSentence('identity.login_locked', { minutes: 12 })).toBe(
      '密码或验证码错误次数过多，请 12 分钟后再试。',
    );
    expect(fillTemplate('还差 {count} 步', {})).toBe('还差 {count} 步');
  });

  it('never shows a code to a person', () => {
    expect(errorSentence('nobody.knows_it')).toBe('操作没有完成，请稍后再试。');
    expect(errorSentence('constructor')).toBe('操作没有完成，请稍后再试。');
  });
});
