import type { Fetched } from './fetched.ts';

/** A page of the console, opened by a browser that had nothing kept. */
export interface ConsoleShow {
  readonly name: string;
  /** Address from the server's root, as a person would type it. */
  readonly address: string;
  readonly fetched: Fetched;
}

/** Kilobytes of gzip: all of the sign-in page, all of the first list, and what any other page adds to that list. */
const SIGN_IN_KB = 190;
const FIRST_LIST_KB = 330;
const OWN_KB = 30;
/** What a page loads on demand, from modules called `….lazy.tsx`: a date picker, a chart. */
const LAZY_KB = 200;

export const SIGN_IN = 'console-sign-in';
export const FIRST_LIST = 'console-members';

export interface Weight {
  readonly name: string;
  readonly allKb: number;
  readonly ownKb: number;
  readonly lazyKb: number;
  /** Its own files with their bytes, the largest first. */
  readonly own: readonly string[];
}

const isOfTheApp = (path: string): boolean => /[.](js|css)$/.test(path);
const isLazy = (path: string): boolean => /[.]lazy-[^/]+[.]js$/.test(path);
const inKb = (files: readonly (readonly [string, number])[]): number =>
  Math.ceil(files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1024);

/** What each page weighs: in all, and beyond what the first list has brought already. */
export function weigh(shows: readonly ConsoleShow[]): readonly Weight[] {
  const first = shows.find(({ name }) => name === FIRST_LIST)?.fetched ?? new Map<string, number>();
  return shows.map(({ name, fetched }) => {
    const added = [...fetched].filter(([path]) => isOfTheApp(path) && !first.has(path));
    return {
      name,
      allKb: inKb([...fetched]),
      ownKb: inKb(added.filter(([path]) => !isLazy(path))),
      lazyKb: inKb(added.filter(([path]) => isLazy(path))),
      own: added.sort(([, a], [, b]) => b - a).map(([path, bytes]) => `${path}: ${bytes}`),
    };
  });
}

/** Pages over their budget, each with what makes it heavy. */
export function tooHeavy(weights: readonly Weight[]): readonly string[] {
  return weights.flatMap(({ name, allKb, ownKb, lazyKb, own }) => {
    const files = own.join(', ');
    if (name === SIGN_IN) return allKb > SIGN_IN_KB ? [`${name} fetches ${allKb} KB`] : [];
    if (name === FIRST_LIST) return allKb > FIRST_LIST_KB ? [`${name} fetches ${allKb} KB`] : [];
    return [
      ...(ownKb > OWN_KB ? [`${name} brings ${ownKb} KB of its own: ${files}`] : []),
      ...(lazyKb > LAZY_KB ? [`${name} loads ${lazyKb} KB on demand: ${files}`] : []),
    ];
  });
}

/** Chunks of pages (`…-page-<hash>.js`) among the built files that no browser has fetched. */
export function neverFetched(built: readonly string[], shows: readonly ConsoleShow[]): readonly string[] {
  const fetched = new Set(shows.flatMap((show) => [...show.fetched.keys()]));
  return built.filter((file) => /-page-[\w-]{8}[.]js$/.test(file) && !fetched.has(`/console/assets/${file}`));
}
