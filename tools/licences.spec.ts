import { describe, expect, it } from '@jest/globals';
import { forbiddenLicences, isAllowed } from './licences.ts';

describe('the licence check', () => {
  it('A-04 names a production package under a licence that is not on the list', () => {
    const packages = {
      'node_modules/good': { license: 'MIT' },
      'node_modules/a/node_modules/@x/bad': { license: 'GPL-3.0' },
      'node_modules/only-for-tests': { license: 'GPL-3.0', dev: true },
      'node_modules/silent': {},
    };
    expect(forbiddenLicences({ packages }, {})).toEqual(['@x/bad GPL-3.0', 'silent unknown']);
  });

  it('takes one side of an OR and both sides of an AND', () => {
    expect(isAllowed('(MIT OR GPL-3.0)')).toBe(true);
    expect(isAllowed('Apache-2.0 AND GPL-3.0')).toBe(false);
  });
});
