import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { itTiesAPhoneAtTheDesk } from './adviser/h5-cases.ts';
import {
  answerOfLongLists,
  hasChromium,
  openBrowser,
  PHONE,
  recordOf,
  startWhole,
  STRANGE_CODE,
  until,
  type DatabaseView,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';

const describeInBrowser = hasChromium() ? describe : describe.skip;

describeInBrowser('A-11 the journey in the browser', () => {
  let whole: Whole;
  let database: DatabaseView;
  let opened: OpenedBrowser;
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    database = await whole.openDatabase();
    opened = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await opened.close();
    await database.close();
    await whole.close();
  });

  const shown = (page: Page, selector: string) => page.locator(`${selector}:visible`).first();
  const firstCard = (page: Page): Promise<string | null> =>
    shown(page, '#feed [id^="card-"]').getAttribute('id');
  const openApp = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${whole.url}/app/`);
    return page;
  };
  const openLesson = async (page: Page): Promise<void> => {
    await shown(page, '#feed [id^="card-"]').tap();
    await shown(page, '#lesson-text').waitFor();
  };
  const readThrough = async (page: Page): Promise<void> => {
    await sleep(1_200);
    await shown(page, '#last-paragraph').scrollIntoViewIfNeeded();
    await shown(page, '#finish-lesson').waitFor();
  };

  it('A-11 a demo customer consents, reads and finishes a lesson, and finds another first card', async () => {
    const record = recordOf(database, 'demo-1');
    const context = await opened.newContext({ viewport: PHONE, isPhone: true });
    const page = await openApp(context);
    await shown(page, '#account-demo-1').tap();
    await shown(page, '#consent-service').waitFor();
    expect(await record.events()).toEqual([]);

    await shown(page, '#consent-service').tap();
    await shown(page, '#consent-profiling').tap();
    await shown(page, '#consent-continue').tap();
    const before = await firstCard(page);
    await openLesson(page);
    await readThrough(page);
    await shown(page, '#finish-lesson').tap();
    await shown(page, '#lesson-finished').waitFor();
    // F-05: kept, spoken about, and found again.
    await shown(page, '#toggle-favourite').tap();
    await shown(page, '#comment-text textarea').fill('三份钱的分法很实用。');
    await shown(page, '#comment-send').tap();
    await shown(page, '#lesson-comments').getByText('三份钱的分法很实用。').waitFor();
    await page.goBack();
    await until('another first card', async () => (await firstCard(page)) !== before);

    await until('reading time in the log', async () => (await record.events('content_dwelled')).length > 0);
    const finished = await record.events('lesson_completed');
    expect(finished).toHaveLength(1);
    expect((await record.events('content_viewed')).map((row) => row['content_id'])).toEqual([
      finished[0]?.['content_id'],
    ]);
    expect(opened.faults).toEqual([]);
    await context.close();
  }, 90_000);

  it('D-03 A-11 what is read without a network arrives once when the page is opened again', async () => {
    const record = recordOf(database, 'demo-3');
    const context = await opened.newContext({
      viewport: PHONE,
      isPhone: true,
      isExpected: (fault) => fault.includes('ERR_INTERNET_DISCONNECTED'),
    });
    const page = await openApp(context);
    await shown(page, '#account-demo-3').tap();
    await openLesson(page);
    const waiting = () =>
      page.evaluate(() => {
        const text = localStorage.getItem('siyu.events') ?? '{"data":[]}';
        return (JSON.parse(text) as { data: { eventId: string }[] }).data.map(({ eventId }) => eventId);
      });
    await until('the view in the log', async () => (await record.events('content_viewed')).length > 0);

    await context.setOffline(true);
    await sleep(1_200);
    await page.goBack();
    // What was on its way when the network went may have arrived without its answer; reading time goes on after that.
    const kept = await until('reading time that only the phone knows', async () => {
      const ids = await waiting();
      const arrived = (await record.events()).map((row) => row['event_id']);
      return ids.every((id) => arrived.includes(id)) ? null : ids;
    });
    await page.close();

    await context.setOffline(false);
    await openApp(context);
    await until('kept events in the log', async () => {
      const ids = (await record.events()).map((row) => row['event_id']);
      return kept.every((id) => ids.includes(id));
    });
    expect(await record.counted('content_dwelled')).toBe((await record.events('content_dwelled')).length);
    await context.close();
  }, 90_000);

  it('E-13 without signing in anybody checks an adviser and a code in a picture, meets what is not ours, and reports it with a screenshot', async () => {
    const context = await opened.newContext({ viewport: PHONE, isPhone: true });
    const page = await openApp(context);
    const pick = async (from: Page, button: string): Promise<void> => {
      const choosing = from.waitForEvent('filechooser');
      await shown(from, button).tap();
      await (await choosing).setFiles(STRANGE_CODE);
    };
    await shown(page, '#welcome-verify').tap();
    await pick(page, '#verify-picture');
    await shown(page, '#verify-outcome').waitFor();
    expect(await shown(page, '#verify-outcome').innerText()).toContain('未查到，请勿转账');
    const ask = async (text: string): Promise<string> => {
      await shown(page, '#verify-text input').fill(text);
      await shown(page, '#verify-check').tap();
      await shown(page, '#verify-outcome').waitFor();
      return shown(page, '#verify-outcome').innerText();
    };
    const [adviser] = await database.query(
      "SELECT name, registration_no FROM staff WHERE login_name = 'adviser1'",
      [],
    );
    const ours = await ask(String(adviser?.['registration_no']).toLowerCase());
    expect(ours).toContain('是本公司');
    expect(ours).not.toContain(String(adviser?.['name']));
    expect(await ask('假投顾李四')).toContain('未查到，请勿转账');
    await shown(page, '#report-text input').fill('让我往私人账户付款');
    await pick(page, '#report-add');
    await shown(page, '#report-remove-0').waitFor();
    await shown(page, '#report-send').tap();
    await shown(page, '#report-done').waitFor();
    expect(await database.query('SELECT checked_text, text, state FROM fake_reports', [])).toEqual([
      { checked_text: '假投顾李四', text: '让我往私人账户付款', state: 'OPEN' },
    ]);
    const pictures = 'SELECT COUNT(*) AS n FROM fake_report_pictures WHERE report_id IS NOT NULL';
    expect(await database.query(pictures, [])).toEqual([{ n: 1 }]);
    expect(opened.faults).toEqual([]);
    await context.close();
  }, 60_000);

  itTiesAPhoneAtTheDesk(
    () => whole,
    () => opened,
  );

  it('C-03 a demo customer links the own account: consent, numbers, a wrong code, the right one', async () => {
    const context = await opened.newContext({
      viewport: PHONE,
      isPhone: true,
      isExpected: (fault) => fault.includes('422'),
    });
    const page = await openApp(context);
    await shown(page, '#account-demo-8').tap();
    await page.goto(`${whole.url}/app/#/pages/me/index`);
    await shown(page, '#account-link').tap();
    const hint = (await shown(page, '#link-demo').textContent()) ?? '';
    const [accountNo = '', phone = ''] = hint.match(/\d{6,}/g) ?? [];
    await shown(page, '#link-account-no input').fill(accountNo);
    await shown(page, '#link-phone input').fill(phone);
    await shown(page, '#consent-sensitive').tap();
    await shown(page, '#link-send').tap();
    const message = await until('the short message', async () =>
      /验证码 (\d{6})/.exec((await shown(page, '#link-demo').textContent()) ?? ''),
    );
    const code = message[1] ?? '';
    await shown(page, '#link-code input').fill(code === '000000' ? '000001' : '000000');
    await shown(page, '#link-finish').tap();
    await shown(page, '.link__problem').waitFor();
    await shown(page, '#link-code input').fill(code);
    await shown(page, '#link-finish').tap();
    await shown(page, '#link-done').waitFor();
    await shown(page, '#link-back').tap();
    await until('the row says so', async () =>
      ((await shown(page, '#account-link').textContent()) ?? '').includes('已关联'),
    );
    const linked = await database.query(
      "SELECT i.external_id FROM member_identities i JOIN member_identities o ON o.member_no = i.member_no WHERE i.kind = 'core_customer' AND o.external_id = 'osbx-demo-8'",
      [],
    );
    expect(linked.map((row) => row['external_id'])).toEqual(['demo-demo-8']);
    expect(opened.faults).toEqual([]);
    await context.close();
  }, 90_000);
  it.each([false, true])(
    'D-08 a long list holds 40 cards at most and stays in its place, in large text: %s',
    async (isLargeText) => {
      const context = await opened.newContext({ viewport: PHONE, isPhone: true });
      await context.addInitScript(
        (data) => {
          if (location.protocol !== 'about:')
            localStorage.setItem('siyu.preferences', JSON.stringify({ data }));
        },
        { isLargeText },
      );
      const page = await openApp(context);
      await page.route(
        (url) => answerOfLongLists(url.href) !== null,
        (route) => route.fulfill({ json: answerOfLongLists(route.request().url()) }),
      );
      await shown(page, '#account-demo-8').tap();
      const more = shown(page, '#feed-more');
      await more.waitFor();
      while (await more.isVisible()) {
        // A page may have come by itself, at the end of the scrolling that a tap brings.
        await more.tap({ timeout: 2_000 }).catch(() => undefined);
        await page.waitForLoadState('networkidle');
      }
      const place = () =>
        page.evaluate(() => {
          const cards = [...document.querySelectorAll('#feed .feed-card')];
          const parts = [...document.querySelectorAll('#feed .part')];
          const seen = cards.find((card) => card.getBoundingClientRect().bottom > 0);
          return {
            cards: cards.length,
            height: parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0),
            first: seen?.querySelector('.feed-card__title')?.textContent ?? '',
            top: Math.round(seen?.getBoundingClientRect().top ?? Number.NaN),
          };
        });
      const scrolledTo = async (share: number): Promise<Awaited<ReturnType<typeof place>>> => {
        await page.evaluate((to) => {
          const ofPage = document.querySelector('#feed')?.closest('.taro_page');
          const scrolls = ofPage && ofPage.scrollHeight > ofPage.clientHeight + 1;
          const scroller = scrolls ? ofPage : document.documentElement;
          scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * to;
        }, share);
        await sleep(300);
        const settled = await place();
        await sleep(200);
        expect(await place()).toEqual(settled);
        return settled;
      };
      const places = [];
      for (const share of [0, 0.5, 1, 0.5, 0]) places.push(await scrolledTo(share));
      const height = places[0]?.height ?? 0;
      expect(height).toBeGreaterThan(15_000);
      for (const each of places) {
        expect(each.cards).toBeLessThanOrEqual(40);
        expect(each.height).toBeCloseTo(height, 0);
        expect(each.first).not.toBe('');
      }
      // The way back leads past the same cards.
      expect(places[3]).toEqual(places[1]);
      expect(places[4]).toEqual(places[0]);
      expect(opened.faults).toEqual([]);
      await context.close();
    },
    90_000,
  );
});
