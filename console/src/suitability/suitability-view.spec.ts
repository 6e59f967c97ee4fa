import { describe, expect, it } from '@jest/globals';
import { readSuitabilityView, writeSuitabilityView } from './suitability-view.ts';

describe('the address of the page of suitability', () => {
  it('I-01 opens the tab that a role may see, and keeps what was chosen', () => {
    const read = (query: string, role: 'service' | 'operator' | 'compliance') =>
      readSuitabilityView(new URLSearchParams(query), [role]);
    expect(read('', 'service').tab).toBe('elders');
    expect(read('tab=elders', 'operator').tab).toBe('applications');
    const view = { tab: 'elders', isOver: true, open: '01900000-0000-7000-8000-000000000001' } as const;
    expect(read(writeSuitabilityView(view).toString(), 'compliance')).toEqual(view);
    expect(read('open=x', 'compliance')).toEqual({ tab: 'applications', isOver: false, open: null });
  });
});
