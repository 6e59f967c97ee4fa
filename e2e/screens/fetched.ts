import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** What a browser fetched to show a page: bytes as gzip makes them, by address without origin. */
export type Fetched = ReadonlyMap<string, number>;

const isScriptOrStyle = (path: string): boolean => /[.](js|css)$/.test(path);
/** A hashed file is the same in every page; gzip takes it once. */
const known = new Map<string, number>();

/** Listens to a page from now on; the answer waits for bodies that are still coming. */
export function listenToFetches(page: Page): () => Promise<Fetched> {
  const fetched = new Map<string, number>();
  const weighing: Promise<void>[] = [];
  const weigh = async (response: Response): Promise<void> => {
    const { pathname, search } = new URL(response.url());
    const path = pathname + search;
    let bytes = known.get(path);
    if (bytes === undefined) {
      // An answer that the page left before its end, or a redirection, has no body to weigh.
      const body = await response.body().catch(() => Buffer.alloc(0));
      bytes = gzipSync(body).length;
      if (isScriptOrStyle(path) && body.length > 0) known.set(path, bytes);
    }
    fetched.set(path, bytes);
  };
  page.on('response', (response) => {
    if (!/^https?:/.test(response.url())) return;
    weighing.push(weigh(response));
  });
  return async () => {
    await Promise.all(weighing);
    return fetched;
  };
}
