import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page, Request } from 'playwright-core';
import type { Control } from './controls.ts';

/** How long a control may take to show that it did something, in ms. */
const PATIENCE = 1_500;
/** One key in a browser's own field for days or moments is half a day: a whole one is put in. */
const WHOLE = { day: '2026-12-01', moment: '2026-12-01T09:00' };
const QUIET = 80;
const LONGEST = 6_000;

/** Types one key; in a field that takes no more, the one that takes a sign away. */
async function typeInto(field: Locator): Promise<void> {
  const isFull = await field.evaluate(
    (element) =>
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) &&
      element.maxLength >= 0 &&
      element.value.length >= element.maxLength,
    undefined,
    { timeout: 2_000 },
  );
  if (!isFull) return field.pressSequentially('1', { timeout: 2_000 });
  await field.press('End', { timeout: 2_000 });
  await field.press('Backspace', { timeout: 2_000 });
}

/** What happens in a page, counted: requests, navigations, and what a person sees of it. */
export class PageWatch {
  private happenings = 0;
  private readonly pending = new Set<object>();
  private lastAt = 0;

  constructor(private readonly page: Page) {
    const note = (): void => {
      this.happenings += 1;
      this.lastAt = performance.now();
    };
    page.on('request', (request) => {
      this.pending.add(request);
      note();
    });
    const answered = (request: Request): void => {
      this.pending.delete(request);
      this.lastAt = performance.now();
    };
    page.on('requestfinished', answered);
    page.on('requestfailed', answered);
    page.on('framenavigated', note);
    page.on('download', note);
    page.on('filechooser', note);
    page.on('dialog', (dialog) => {
      note();
      void dialog.dismiss().catch(() => undefined);
    });
    page.on('popup', (popup) => {
      note();
      void popup.close().catch(() => undefined);
    });
  }

  /** What stands on the page: words, states, values, places. A ripple or a focus is no change. */
  private look(): Promise<string> {
    return this.page
      .evaluate(() => {
        const states = ['expanded', 'checked', 'selected', 'pressed', 'sort', 'current', 'invalid'];
        const marks = [...document.querySelectorAll(states.map((state) => `[aria-${state}]`).join(','))].map(
          (element) => states.map((state) => element.getAttribute(`aria-${state}`) ?? '').join(),
        );
        const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
          ({ value, checked }) => `${value}${checked}`,
        );
        const places = [...document.querySelectorAll('*')].flatMap(({ scrollTop, scrollLeft }) =>
          scrollTop + scrollLeft > 0 ? [Math.round(scrollTop + scrollLeft)] : [],
        );
        const sizes = [
          document.body.scrollHeight,
          document.querySelectorAll('img, svg, canvas').length,
          scrollY,
        ];
        return [location.href, document.body.innerText, ...marks, ...values, ...places, ...sizes].join('\n');
      })
      .catch(() => 'between two pages');
  }

  /** Waits until nothing is under way any more; answers what is to be seen then. */
  async settle(): Promise<string> {
    const until = performance.now() + LONGEST;
    let before = await this.look();
    while (performance.now() < until) {
      await sleep(QUIET);
      const now = await this.look();
      if (now === before && this.pending.size === 0 && performance.now() - this.lastAt > QUIET) return now;
      before = now;
    }
    return before;
  }

  /** Presses a control. @returns whether anything came of it; null when it could not be pressed at all. */
  async press({ mark, kind }: Control): Promise<boolean | null> {
    const target = this.page.locator(`[data-crawl="${mark}"]`).first();
    const seen = await this.look();
    const before = this.happenings;
    try {
      if (kind === 'day' || kind === 'moment') await target.fill(WHOLE[kind], { timeout: 2_000 });
      else if (kind === 'type') await typeInto(target);
      else await target.click({ timeout: 2_000, noWaitAfter: true });
    } catch {
      return null;
    }
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      if (this.happenings !== before || (await this.look()) !== seen) {
        await this.settle();
        return true;
      }
      await sleep(30);
    }
    return false;
  }
}
