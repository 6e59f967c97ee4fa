import { describe, expect, it } from '@jest/globals';
import { readView, writeView } from './staff-filters.ts';

describe('the view of the staff page', () => {
  it('survives the way through an address, and leaves out what it does not know', () => {
    const view = { role: 'analyst', state: 'DISABLED', search: '李', open: null } as const;
    expect(readView(writeView(view))).toEqual(view);
    expect(readView(new URLSearchParams('role=king&state=x'))).toEqual({
      role: null,
      state: null,
      search: '',
      open: null,
    });
  });
});
