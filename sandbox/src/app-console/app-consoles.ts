import type { MiniProgram } from '../mini-programs.ts';
import { demoTemplates, type Template } from '../subscribe/templates.ts';

/** What the operator of an app has set up in WeChat's console. */
export interface AppConsole {
  /** Pages of the released version, without leading slash; the first is the home page. */
  releasedPages: readonly string[];
  /** Templates of subscribe messages that were chosen. */
  templates: readonly Template[];
}

/** The pages of the demo firm's app; a control route replaces them when the app has others. */
export const DEMO_PAGES: readonly string[] = [
  'pages/home/index',
  'pages/school/index',
  'pages/me/index',
  'pages/welcome/index',
  'lesson/read/index',
  'lesson/quiz/index',
  'account/privacy/index',
  'account/copy/index',
  'account/learning/index',
  'account/closing/index',
  'account/link/index',
  'account/notices/index',
  'account/about/index',
];

/** One console for each app of the box. */
export class AppConsoles {
  private readonly byApp: ReadonlyMap<string, AppConsole>;

  constructor(apps: readonly MiniProgram[]) {
    this.byApp = new Map(
      apps.map(({ appId }, index) => [
        appId,
        index === 0
          ? { releasedPages: DEMO_PAGES, templates: demoTemplates }
          : { releasedPages: ['pages/index/index'], templates: [] },
      ]),
    );
  }

  /**
   * @throws {RangeError} for an app that is none of the box.
   */
  of(appId: string): AppConsole {
    const known = this.byApp.get(appId);
    if (known === undefined) throw new RangeError(`no mini-program ${appId} in the box`);
    return known;
  }

  find(appId: string): AppConsole | null {
    return this.byApp.get(appId) ?? null;
  }
}
