import { describe, expect, it } from '@jest/globals';
import { returnPath, signInPath } from './return-path.ts';

describe('the way back after signing in', () => {
  it('returns to the page with its filters', () => {
    const from = '/members?stage=FAMILIAR&search=王';
    expect(returnPath(new URL(signInPath(from), 'http://x').search)).toBe(from);
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in?from=/',
  ])('stays in the console for %s', (from) => {
    expect(returnPath(`?from=${encodeURIComponent(from)}`)).toBe('/');
  });
});
