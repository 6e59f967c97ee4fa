import { describe, expect, it } from '@jest/globals';
import { neverFetched, tooHeavy, weigh, type ConsoleShow } from './console-budget.ts';

const KB = 1024;
const show = (name: string, files: Readonly<Record<string, number>>): ConsoleShow => ({
  name,
  address: `/console/${name}`,
  fetched: new Map(Object.entries(files).map(([file, kb]) => [`/console/assets/${file}`, kb * KB])),
});
const members = { 'index-aaaaaaaa.js': 150, 'row-list-bbbbbbbb.js': 150, 'members-page-cccccccc.js': 30 };
const faultsOf = (...shows: readonly ConsoleShow[]): readonly string[] => tooHeavy(weigh(shows));

describe('the budget of the console', () => {
  it('D-08 the budget lets what fits pass, to the last kilobyte', () => {
    expect(
      faultsOf(
        show('console-sign-in', { 'index-aaaaaaaa.js': 190 }),
        show('console-members', members),
        show('console-trail', { ...members, 'trail-page-dddddddd.js': 30, 'date.lazy-eeeeeeee.js': 200 }),
      ),
    ).toEqual([]);
  });

  it('D-08 the budget names the page that is over it, and its files', () => {
    expect(
      faultsOf(
        show('console-sign-in', { 'index-aaaaaaaa.js': 191 }),
        show('console-members', { ...members, 'more-ffffffff.css': 1 }),
        show('console-trail', { 'trail-page-dddddddd.js': 31, 'date.lazy-eeeeeeee.js': 201 }),
      ),
    ).toEqual([
      'console-sign-in fetches 191 KB',
      'console-members fetches 331 KB',
      expect.stringMatching(/^console-trail brings 31 KB of its own: .*trail-page-dddddddd[.]js: 31744/),
      expect.stringMatching(/^console-trail loads 201 KB on demand: .*date[.]lazy-eeeeeeee[.]js/),
    ]);
  });

  it('D-08 a page that was built and opened by nobody is found', () => {
    const built = ['members-page-cccccccc.js', 'trail-page-dddddddd.js', 'row-list-bbbbbbbb.js'];
    expect(neverFetched(built, [show('console-members', members)])).toEqual(['trail-page-dddddddd.js']);
  });
});
