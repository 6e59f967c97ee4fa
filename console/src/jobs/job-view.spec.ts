import { describe, expect, it } from '@jest/globals';
import { allJobs, readJobView, writeJobView } from './job-view.ts';

describe('the address of the jobs', () => {
  it('D-04 keeps the state and the open job, and leaves out what it does not know', () => {
    const address = 'state=FAILED&open=outbox%3Afeed-outcomes';
    expect(writeJobView(readJobView(new URLSearchParams(address))).toString()).toBe(address);
    expect(readJobView(new URLSearchParams('state=__proto__&open=../x'))).toEqual(allJobs);
  });
});
