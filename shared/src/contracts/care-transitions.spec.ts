import { describe, expect, it } from '@jest/globals';
import {
  CALL_ACTS,
  CALL_STATES,
  CALL_TRANSITIONS,
  COMPLAINT_ACTS,
  COMPLAINT_STATES,
  COMPLAINT_TRANSITIONS,
  nextCallState,
  nextComplaintState,
} from './care.limits.ts';

describe('the ways of complaints and calls', () => {
  it('F-07 of every act in every state only those of the table lead anywhere, and nothing leaves the end', () => {
    const ways = COMPLAINT_ACTS.flatMap((act) =>
      COMPLAINT_STATES.flatMap((from) => nextComplaintState(act, from) ?? []),
    );
    expect(ways).toHaveLength(COMPLAINT_TRANSITIONS.length);
    expect(COMPLAINT_ACTS.filter((act) => nextComplaintState(act, 'CLOSED') !== null)).toEqual([]);
    // An appeal is answered for good: from the review there is no way back to an answer to appeal against.
    expect(nextComplaintState('ANSWER', 'REVIEWING')).toBe('CLOSED');
    const calls = CALL_ACTS.flatMap((act) => CALL_STATES.flatMap((from) => nextCallState(act, from) ?? []));
    expect(calls).toHaveLength(CALL_TRANSITIONS.length);
    expect(CALL_ACTS.filter((act) => nextCallState(act, 'DONE') !== null)).toEqual([]);
  });
});
