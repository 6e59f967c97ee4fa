import { describe, expect, it } from '@jest/globals';
import { sabotageOf } from './sabotage.ts';

describe('sabotage', () => {
  it('is obeyed by a process that runs as a test and by no other', () => {
    const env = { SIYU_SABOTAGE: 'ack-before-commit' };
    expect(sabotageOf({ ...env, NODE_ENV: 'test' })).toBe('ack-before-commit');
    expect(sabotageOf({ ...env, NODE_ENV: 'production' })).toBeNull();
    expect(sabotageOf(env)).toBeNull();
    expect(sabotageOf({ NODE_ENV: 'test' })).toBeNull();
  });
});
