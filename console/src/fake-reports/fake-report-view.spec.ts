import { describe, expect, it } from '@jest/globals';
import { readFakeReportView, writeFakeReportView } from './fake-report-view.ts';

const ID = '01900000-0000-7000-8000-00000000e013';

describe('the address of the reports', () => {
  it('E-13 keeps the state and the open report, and leaves out what it does not know', () => {
    expect(readFakeReportView(new URLSearchParams())).toEqual({ state: 'OPEN', open: null });
    const view = { state: 'HANDLED', open: ID } as const;
    expect(readFakeReportView(writeFakeReportView(view))).toEqual(view);
    expect(writeFakeReportView({ state: 'OPEN', open: null }).toString()).toBe('');
    expect(readFakeReportView(new URLSearchParams('state=LOST&open=1'))).toEqual({
      state: 'OPEN',
      open: null,
    });
  });
});
