import { describe, expect, it } from '@jest/globals';
import { readImportView, writeImportView } from './import-view.ts';

describe('the address of the imports', () => {
  it('keeps filters and the open import, and leaves out what it does not know', () => {
    const address = 'kind=index_closes&state=FAILED&open=0193b3a0-6a01-7c3e-9d50-2f1b8a6e4c77';
    expect(writeImportView(readImportView(new URLSearchParams(address))).toString()).toBe(address);
    expect(readImportView(new URLSearchParams('kind=x&state=__proto__&open=../x'))).toEqual({
      kind: null,
      state: null,
      open: null,
    });
  });
});
