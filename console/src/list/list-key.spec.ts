import { describe, expect, it } from '@jest/globals';
import { listAct, rowAfter } from './list-key.ts';

const free = { hasModifier: false, isTaken: false };

describe('keys of a list', () => {
  it('knows / j k and Enter', () => {
    expect(['/', 'j', 'k', 'Enter', 'x'].map((key) => listAct({ key, ...free }))).toEqual([
      'search',
      'next',
      'previous',
      'open',
      null,
    ]);
  });

  it('leaves keys to a field and shortcuts to the browser', () => {
    expect(listAct({ key: 'j', hasModifier: false, isTaken: true })).toBeNull();
    expect(listAct({ key: 'k', hasModifier: true, isTaken: false })).toBeNull();
    expect(listAct({ key: 'constructor', ...free })).toBeNull();
  });

  it('holds at both ends', () => {
    expect(rowAfter('next', -1, 2)).toBe(0);
    expect(rowAfter('next', 1, 2)).toBe(1);
    expect(rowAfter('previous', 0, 2)).toBe(0);
    expect(rowAfter('next', -1, 0)).toBe(-1);
  });
});
