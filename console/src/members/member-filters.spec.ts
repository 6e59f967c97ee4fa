import { describe, expect, it } from '@jest/globals';
import { readFilters, writeFilters } from './member-filters.ts';

const read = (search: string) => readFilters(new URLSearchParams(search));

describe('filters of the member list in the address', () => {
  it('come back as they were written', () => {
    const filters = { stage: 'FAMILIAR', segment: 'amount.3', search: '王 & 李', sort: 'score' } as const;
    expect(readFilters(writeFilters(filters))).toEqual(filters);
  });

  it('open an old address of a group', () => {
    expect(read('group=KEY_GUIDE')).toEqual({ segment: 'group.KEY_GUIDE', sort: 'lastActive' });
    expect(writeFilters(read('group=KEY_GUIDE')).toString()).toBe('segment=group.KEY_GUIDE');
  });

  it('drop what no list knows instead of failing', () => {
    expect(read('stage=GOLD&group=&segment=tier.GOLD&sort=magic&search=%20')).toEqual({ sort: 'lastActive' });
  });

  it('keep a clean address for the first view', () => {
    expect(writeFilters({ sort: 'lastActive' }).toString()).toBe('');
  });

  it('cut a search to what the server takes', () => {
    expect(read(`search=${'长'.repeat(90)}`).search).toHaveLength(40);
  });
});
