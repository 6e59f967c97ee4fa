import { describe, expect, it } from '@jest/globals';
import { readIdentityView, writeIdentityView } from './identity-view.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const read = (address: string) => readIdentityView(new URLSearchParams(address));

describe('the address of conflicts and requests', () => {
  it.each([
    '',
    `state=DISMISSED&open=${ID}`,
    `tab=requests&state=APPLIED&open=${ID}&version=2`,
    'tab=requests',
  ])('D-05 the address of identities keeps tab, state and the open row: %s', (address) => {
    expect(writeIdentityView(read(address)).toString()).toBe(address);
  });

  it('D-05 the address of identities leaves out what it does not know', () => {
    expect(read('tab=x&state=APPLIED&open=../x')).toEqual({ tab: 'conflicts', state: 'OPEN', open: null });
    expect(read(`tab=requests&state=OPEN&open=${ID}&version=0`)).toEqual({
      tab: 'requests',
      state: null,
      open: null,
    });
  });
});
