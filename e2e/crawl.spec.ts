import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { demoStaff } from '../server/src/demo/demo-staff.ts';
import { KINDS_OF_ROLE } from '@siyu/shared/contracts/brakes.limits';
import { ROLES, type Role } from '@siyu/shared/contracts/identity.limits';
import { heavyCheck } from '../tools/heavy-check.ts';
import { crawl, type Crawled } from './crawl/index.ts';
import {
  DESK,
  hasChromium,
  letGo,
  openBrowser,
  PHONE,
  signInStaff,
  startWhole,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';

const check = heavyCheck('crawl');
const SIZES = {
  small: { desk: 6, phone: 20, withinMs: 60_000 },
  full: { desk: Infinity, phone: Infinity, withinMs: 3_600_000 },
};
const size = SIZES[check.size];
const describeInBrowser = hasChromium() ? describe : describe.skip;
jest.setTimeout(size.withinMs);

/**
 * A refusal of what the crawler typed is no fault; one of who it is would be: the control should not be there. Who has
 * ended their own session is told so by whatever is asked next: whose it is, or what a page had begun to ask for.
 */
const isRefusal = (fault: string): boolean =>
  /status of (400|404|409|412|413|415|422|428|429)/.test(fault) ||
  /status of 401 .*[/]v1[/]console[/]/.test(fault);

describeInBrowser('D-05 pressed by a machine', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  const counts: Record<string, number | string> = {};
  const pagesSeen = new Set<string>();
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full', env: { LOGINS_PER_MINUTE: '100000' } });
    opened = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await opened.close();
    await whole.close();
    check.record(counts);
  });

  const judge = (who: string, { pages, pressed, missed, faults }: Crawled): void => {
    for (const page of pages) pagesSeen.add(page);
    counts[who] = pressed;
    counts[`${who} missed`] = missed.length;
    process.stderr.write(`${who}: ${pressed} pressed, ${missed.length} missed, ${pages.join(' ')}\n`);
    if (missed.length > 0)
      process.stderr.write(`  missed ${missed.map((each) => each.slice(-40)).join(' · ')}\n`);
    expect([...faults, ...opened.faults.splice(0)]).toEqual([]);
    // What another press took away cannot be pressed any more; most must have been.
    expect(missed.length).toBeLessThanOrEqual(Math.max(5, pressed / 5));
  };

  const loginOf = (role: Role): string => {
    const login = demoStaff.find(({ roles }) => roles.includes(role))?.loginName;
    if (login === undefined) throw new Error(`nobody of the demo firm is ${role}`);
    return login;
  };
  // Those who can take the others' access away come last.
  const isLast = (role: Role): boolean => ['systemAdmin', 'securityAdmin'].includes(role);
  const roles = [...ROLES].sort((a, b) => Number(isLast(a)) - Number(isLast(b)));
  const deskPage = ({ pathname }: URL): string =>
    pathname.replace(/^[/]console[/]?/, '/').replace(/^([/][^/]+)[/].+/, '$1/:id');

  it.each(roles)('D-05 %s presses every control of the console', async (role) => {
    judge(
      role,
      await crawl({
        start: `${whole.url}/console`,
        signInPage: '/sign-in',
        seed: check.seed,
        most: size.desk,
        pageOf: deskPage,
        open: async () => {
          const context = await opened.newContext({
            viewport: DESK,
            isExpected: isRefusal,
            isRecorded: false,
          });
          await context.addCookies([{ ...(await signInStaff(whole, loginOf(role))).cookie, url: whole.url }]);
          return context.newPage();
        },
      }),
    );
    // Whoever may stop everything has done so, and a customer would find nothing.
    if (role in KINDS_OF_ROLE) await letGo(whole);
  });

  it('D-05 a customer presses every control of the app', async () => {
    judge(
      'customer',
      await crawl({
        start: `${whole.url}/app/`,
        signInPage: 'nobody is sent away here',
        seed: check.seed,
        most: size.phone,
        pageOf: ({ hash }) => hash.replace(/^#[/]?/, '').replace(/[?].*/, ''),
        open: async () => {
          const context = await opened.newContext({
            viewport: PHONE,
            isPhone: true,
            isExpected: isRefusal,
            isRecorded: false,
          });
          return context.newPage();
        },
      }),
    );
  });
});
