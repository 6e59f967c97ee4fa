import { describe, expect, it } from '@jest/globals';
import { ALL_GROUPS, OPEN_QUESTIONS, readGroupView, writeGroupView } from './group-view.ts';

const ID = '01900000-0000-7000-8000-00000000e008';
const again = (params: URLSearchParams) => readGroupView(new URLSearchParams(params.toString()));

describe('the address of the groups', () => {
  it('E-08 the address of the groups keeps filters, tab and the open row, and leaves out what it does not know', () => {
    expect(readGroupView(new URLSearchParams())).toEqual(ALL_GROUPS);
    expect(writeGroupView(ALL_GROUPS).toString()).toBe('');
    const narrowed = { ...ALL_GROUPS, state: 'DISSOLVED', branch: ID, owner: ID, search: '投教' } as const;
    expect(again(writeGroupView(narrowed))).toEqual(narrowed);
    const questions = { ...OPEN_QUESTIONS, state: 'ANSWERED', group: ID, open: ID } as const;
    expect(again(writeGroupView(questions))).toEqual(questions);
    expect(again(writeGroupView(OPEN_QUESTIONS))).toEqual(OPEN_QUESTIONS);
    expect(readGroupView(new URLSearchParams('state=LOST&branch=1&open=x'))).toEqual(ALL_GROUPS);
  });
});
