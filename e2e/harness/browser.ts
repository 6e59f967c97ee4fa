import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { notePage, noteRequest } from '../../tools/recorded-requests.ts';

/** The same Chromium; the first is built without the windows that nobody looks at, and needs a fifth less of two cores. */
const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const chromiumHere = (): string | undefined => CHROMIUMS.find((path) => existsSync(path));

/** Whether the browser's specs can run here. Required ones fail instead of being left out. */
export function hasChromium(): boolean {
  if (chromiumHere() !== undefined) return true;
  if (process.env['SIYU_REQUIRE_ALL'] === '1') throw new Error('Chromium is required and absent');
  console.warn('Chromium is absent: its specs are skipped');
  return false;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}
export const PHONE: Viewport = { width: 390, height: 844 };
export const DESK: Viewport = { width: 1360, height: 860 };
/** What is left of the desk when the browser shows everything at 125 %. */
export const DESK_ENLARGED: Viewport = { width: 1088, height: 688 };

/** A browser that reaches nothing but this machine, and a list of what went wrong in its pages. */
export interface OpenedBrowser {
  readonly browser: Browser;
  newContext(options: {
    viewport: Viewport;
    isPhone?: boolean;
    /** Answers that a page provokes on purpose, such as an error page under test. */
    isExpected?: (fault: string) => boolean;
    /** False for a crawler: what it happens to press is no journey. */
    isRecorded?: boolean;
  }): Promise<BrowserContext>;
  /** Console errors, page errors, answers 5xx and requests that tried to leave the machine. */
  readonly faults: string[];
  close(): Promise<void>;
}

const isLoopback = (url: string): boolean =>
  /^(data|blob|about|file|tel):/.test(url) || ['127.0.0.1', 'localhost'].includes(new URL(url).hostname);

/** Notes the pages of the console that were come to without loading a document: by a press. */
function watchWays(page: Page): void {
  let loading = '';
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loading = request.url();
  });
  page.on('framenavigated', (frame) => {
    const url = new URL(frame.url());
    if (frame.url() !== loading && url.pathname.startsWith('/console/'))
      notePage('console', url.pathname.slice('/console'.length));
    loading = '';
  });
}

export async function openBrowser(): Promise<OpenedBrowser> {
  const browser = await chromium.launch({
    executablePath: chromiumHere() ?? 'chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      // No other host has an address here. A route in the page would do too, but switches the browser's cache off.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  const faults: string[] = [];
  const watch = (page: Page, isExpected: (fault: string) => boolean): void => {
    const note = (fault: string): void => {
      if (!isExpected(fault)) faults.push(fault);
    };
    page.on('console', (message) => {
      if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => note(`page: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) note(`${response.status()} ${response.url()}`);
    });
  };
  return {
    browser,
    faults,
    newContext: async ({ viewport, isPhone = false, isExpected = () => false, isRecorded = true }) => {
      const context = await browser.newContext({
        viewport,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        hasTouch: isPhone,
        isMobile: isPhone,
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(15_000);
      context.on('request', (request) => {
        if (!isLoopback(request.url())) faults.push(`request off this machine: ${request.url()}`);
      });
      // tsx names inner functions through a helper that a page does not have.
      await context.addInitScript('globalThis.__name ??= (value) => value;');
      // Chromium calls a refusal that is no Error just "Object".
      await context.addInitScript(() => {
        addEventListener('unhandledrejection', ({ reason }) => {
          if (!(reason instanceof Error)) console.error(`nobody minds ${JSON.stringify(reason)}`);
        });
      });
      context.on('page', (page) => watch(page, isExpected));
      if (isRecorded) {
        context.on('page', (page) => {
          watchWays(page);
          // What is saved as a file is no answer to the page.
          page.on('download', (download) =>
            noteRequest('browser', 'GET', new URL(download.url()).pathname, 200),
          );
        });
        context.on('response', (response) =>
          noteRequest(
            'browser',
            response.request().method(),
            new URL(response.url()).pathname,
            response.status(),
          ),
        );
      }
      return context;
    },
    close: () => browser.close(),
  };
}
