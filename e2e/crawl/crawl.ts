import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { controlsOf, type Control } from './controls.ts';
import { PageWatch } from './press.ts';
import { brokenWords, shownWords } from './words.ts';

export interface CrawlOptions {
  /** Opens a page as the person who crawls, signed in. */
  readonly open: () => Promise<Page>;
  /** Where the crawl begins, and where a person's navigation leads on from. */
  readonly start: string;
  /** Name of the page at an address: its path with what differs from row to row left out. */
  readonly pageOf: (url: URL) => string;
  /** The page of somebody who is signed out. */
  readonly signInPage: string;
  readonly seed: number;
  /** Presses at most; pages still unseen are looked for first. */
  readonly most: number;
}

export interface Crawled {
  readonly pages: readonly string[];
  readonly pressed: number;
  /** Controls that were seen and could not be pressed again, such as those of a closed dialogue. */
  readonly missed: readonly string[];
  readonly faults: readonly string[];
}

/** Where a control was first seen, and what was pressed there before: since its dialogue opened, and since the load. */
interface Sighting {
  readonly url: string;
  readonly way: readonly string[];
  readonly wholeWay: readonly string[];
  readonly name: string;
  readonly isLast: boolean;
  tries: number;
}

/** By the way since the dialogue opened, by the whole way, and by another row: a press may have closed the first to more. */
const TRIES = 3;
const order = (seed: number, text: string): string =>
  createHash('sha1').update(`${seed} ${text}`).digest('hex');

/**
 * Presses, as one person, every enabled control it meets: greedily whatever is to be seen now, then by the way back to
 * what it saw before. A control is dead when nothing comes of it twice, once on a page that was just loaded.
 */
export async function crawl(options: CrawlOptions): Promise<Crawled> {
  const { seed, pageOf } = options;
  const pages = new Set<string>();
  const faults = new Set<string>();
  const sightings = new Map<string, Sighting>();
  const done = new Set<string>();
  const missed: string[] = [];
  let pressed = 0;
  let way: string[] = [];
  let wholeWay: string[] = [];
  let page = await options.open();
  let watch = new PageWatch(page);

  const here = (): string => pageOf(new URL(page.url()));
  const keyOf = (control: Control): string => `${here()}|${control.signature}`;
  const comeBack = async (): Promise<void> => {
    await page.context().close();
    page = await options.open();
    watch = new PageWatch(page);
  };
  const goTo = async (url: string): Promise<void> => {
    way = [];
    wholeWay = [];
    // Two addresses that differ in their fragment only are one document: it has to be loaded anew.
    await page.goto('about:blank');
    await page.goto(url);
    await watch.settle();
    // A press can end the session it is made in: nobody can press on from the page of who is signed out.
    if (here() !== options.signInPage) return;
    await comeBack();
    await page.goto(url);
    await watch.settle();
  };
  const look = async (): Promise<readonly Control[]> => {
    const at = here();
    pages.add(at);
    for (const word of brokenWords(await shownWords(page))) faults.add(`${at} shows ${word}`);
    const controls = await controlsOf(page);
    if (controls.some(({ isOnPage }) => isOnPage)) way = [];
    for (const control of controls) {
      const key = keyOf(control);
      if (done.has(key) || sightings.has(key)) continue;
      sightings.set(key, {
        url: page.url(),
        way: [...way],
        wholeWay: [...wholeWay],
        name: control.name,
        isLast: control.isLast,
        tries: 0,
      });
    }
    return controls;
  };
  const giveUpOn = (key: string): void => {
    const sighting = sightings.get(key);
    if (sighting === undefined || sighting.tries < TRIES) return;
    sightings.delete(key);
    done.add(key);
    missed.push(`${key} 「${sighting.name}」`);
  };
  const pressOne = async (control: Control, isFresh: boolean): Promise<void> => {
    const key = keyOf(control);
    const at = here();
    const hasEffect = await watch.press(control);
    pressed += 1;
    const sighting = sightings.get(key);
    if (sighting !== undefined) sighting.tries += 1;
    if (hasEffect === false && !isFresh) return;
    if (hasEffect === false) faults.add(`${at}: nothing comes of 「${control.name}」 (${control.signature})`);
    if (hasEffect !== null) {
      done.add(key);
      sightings.delete(key);
    } else giveUpOn(key);
    way.push(key);
    wholeWay.push(key);
    if (here() === options.signInPage && at !== options.signInPage) {
      await comeBack();
      await goTo(options.start);
    }
  };
  /** Loads the page of a sighting and presses its way; answers the control when it is there again. */
  const returnTo = async (
    key: string,
    { url, way: short, wholeWay: long, tries }: Sighting,
  ): Promise<Control | undefined> => {
    const isByAnotherRow = tries === TRIES - 1;
    const address = new URL(url);
    if (isByAnotherRow) {
      address.search = '';
      // As somebody of whom the browser remembers nothing: who has begun as one customer is not asked again who they are.
      await comeBack();
    }
    await goTo(address.href);
    for (const opener of tries === 1 ? long : short) {
      const alike = (await look()).filter((each) => keyOf(each) === opener);
      const control = isByAnotherRow ? alike.at(-1) : alike[0];
      if (control === undefined) break;
      await watch.press(control);
      way.push(opener);
      wholeWay.push(opener);
    }
    return (await look()).find((each) => keyOf(each) === key);
  };

  await goTo(options.start);
  while (pressed < options.most) {
    const unseen = (await look())
      .filter((control) => {
        const sighting = sightings.get(keyOf(control));
        return sighting !== undefined && sighting.tries === 0;
      })
      .sort(
        (a, b) =>
          Number(a.isLast) - Number(b.isLast) || order(seed, keyOf(a)).localeCompare(order(seed, keyOf(b))),
      );
    const [next] = unseen;
    if (next !== undefined) {
      await pressOne(next, false);
      continue;
    }
    const [left] = [...sightings].sort(
      ([a, x], [b, y]) => Number(x.isLast) - Number(y.isLast) || order(seed, a).localeCompare(order(seed, b)),
    );
    if (left === undefined) break;
    const [key, sighting] = left;
    const control = await returnTo(key, sighting);
    if (control !== undefined) {
      await pressOne(control, true);
      continue;
    }
    sighting.tries += 1;
    giveUpOn(key);
  }
  await page.context().close();
  return { pages: [...pages].sort(), pressed, missed, faults: [...faults].sort() };
}
