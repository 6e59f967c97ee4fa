import type { Layout } from './layout.ts';
import { findAll, type TaroNode } from './node.ts';
import type { PageInstance } from './page.ts';

interface Watch {
  readonly page: PageInstance;
  readonly selector: string;
  readonly margins: { readonly top?: number; readonly bottom?: number };
  readonly notify: (result: unknown) => void;
  /** The ratio last told, or the one that needs no telling at first. */
  ratio: number;
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

/**
 * wx.createIntersectionObserver for a page that is a column: the elements watched stand below each other, each as
 * tall as its style says, else by its number of children. Only `#id` is understood.
 */
export class Sight {
  private readonly watches = new Set<Watch>();
  private isLooking = false;

  constructor(
    private readonly layout: () => Layout,
    private readonly current: () => PageInstance,
    private readonly isAlive: () => boolean,
  ) {}

  /** Height of the column of the current page. */
  get height(): number {
    return [...this.boxes().values()].at(-1)?.bottom ?? 0;
  }

  readonly createObserver = (page: PageInstance, { initialRatio = 0 }: { initialRatio?: number } = {}) => {
    let margins: Watch['margins'] = {};
    let watch: Watch | null = null;
    const observer = {
      relativeTo: () => observer,
      relativeToViewport: (given: Watch['margins'] = {}) => {
        margins = given;
        return observer;
      },
      observe: (selector: string, notify: (result: unknown) => void) => {
        watch = { page, selector, margins, notify, ratio: initialRatio };
        this.watches.add(watch);
        this.look();
      },
      disconnect: () => {
        if (watch !== null) this.watches.delete(watch);
      },
    };
    return observer;
  };

  /** Looks, soon, which elements came into sight or left it. */
  look(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    setImmediate(() => {
      this.isLooking = false;
      if (this.isAlive()) this.tell();
    });
  }

  private tell(): void {
    const { scrollTop, viewportHeight } = this.layout();
    const boxes = this.boxes();
    // A page that is not shown is not laid out.
    for (const watch of [...this.watches].filter(({ page }) => page === this.current())) {
      const box = boxes.get(watch.selector);
      if (box === undefined) continue;
      const around = {
        top: -(watch.margins.top ?? 0),
        bottom: viewportHeight + (watch.margins.bottom ?? 0),
      };
      const seen = { top: box.top - scrollTop, bottom: box.bottom - scrollTop };
      const overlap = Math.min(seen.bottom, around.bottom) - Math.max(seen.top, around.top);
      const ratio = Math.max(0, overlap) / Math.max(1, seen.bottom - seen.top);
      // WeChat tells when the ratio passes a threshold, of which there is one: 0.
      const passes = watch.ratio > 0 !== ratio > 0;
      watch.ratio = ratio;
      if (passes)
        watch.notify({ boundingClientRect: seen, relativeRect: around, intersectionRatio: ratio, time: 0 });
    }
  }

  private boxes(): Map<string, Box> {
    const selectors = new Set([...this.watches].map(({ selector }) => selector));
    const boxes = new Map<string, Box>();
    let top = 0;
    for (const node of findAll(
      this.current().data.root,
      ({ uid }) => uid !== undefined && selectors.has(`#${uid}`),
    )) {
      const bottom = top + heightOf(node, this.layout().rowHeight);
      boxes.set(`#${node.uid ?? ''}`, { top, bottom });
      top = bottom;
    }
    return boxes;
  }
}

function heightOf(node: TaroNode, rowHeight: number): number {
  const style = typeof node['st'] === 'string' ? node['st'] : '';
  const styled = /(?:^|;)\s*height:\s*([\d.]+)px/.exec(style)?.[1];
  return styled === undefined ? (node.cn?.length ?? 0) * rowHeight : Number(styled);
}
