import type { Frame, Page } from 'playwright-core';

export interface CheckOptions {
  /** Smallest side of whatever can be touched, in CSS pixels. */
  readonly target: number;
}

/**
 * Looks at a drawn page as a person would: does it scroll sideways, is text cut off, can a thumb hit what can be hit?
 * @returns one sentence per fault, empty when there is none.
 */
export function checkLayout(page: Page | Frame, options: CheckOptions): Promise<string[]> {
  return page.evaluate(({ target }) => {
    const faults: string[] = [];
    const name = (element: Element): string => {
      const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 24);
      const id = element.id === '' ? '' : `#${element.id}`;
      const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean).slice(0, 2);
      return `${element.tagName.toLowerCase()}${id}${classes.map((each) => `.${each}`).join('')} “${text}”`;
    };
    const isShown = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden') return false;
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    };
    const scrollsSideways = (element: Element): boolean => {
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const { overflowX } = getComputedStyle(each);
        if (overflowX === 'auto' || overflowX === 'scroll') return each !== document.documentElement;
        if (overflowX === 'hidden' && each !== element && each !== document.body) return true;
      }
      return false;
    };

    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) {
      faults.push(`the page is ${root.scrollWidth - root.clientWidth} px wider than the screen`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element)) continue;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if (box.right > root.clientWidth + 1 && !scrollsSideways(element) && style.position !== 'fixed') {
        faults.push(`reaches ${Math.round(box.right - root.clientWidth)} px past the edge: ${name(element)}`);
      }
      const hasOwnText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!hasOwnText) continue;
      const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      const cutsX =
        ['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      const cutsY =
        ['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 3;
      if ((cutsX || cutsY) && !isShortened && style.position !== 'absolute') {
        faults.push(`text is cut off: ${name(element)}`);
      }
    }

    const hasHandler = (element: Element): boolean => {
      const key = Object.keys(element).find((each) => each.startsWith('__reactProps'));
      const props: unknown = key === undefined ? null : Reflect.get(element, key);
      return (
        typeof props === 'object' &&
        props !== null &&
        'onClick' in props &&
        typeof props.onClick === 'function'
      );
    };
    const NATIVE =
      'button, a[href], input, select, textarea, [role=button], [role=link], [role=tab], [role=switch], [role=radio], [role=checkbox]';
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.matches(NATIVE) && !hasHandler(element)) continue;
      if (!isShown(element) || element.matches('[type=hidden], [disabled], [aria-hidden=true]')) continue;
      if (getComputedStyle(element).pointerEvents === 'none') continue;
      // A control inside a larger one that does the same is hit by hitting the larger; a link in a sentence
      // is as high as its line (WCAG 2.5.8 leaves it out).
      if (element.matches('a') && getComputedStyle(element).display === 'inline') continue;
      const holder = element.parentElement?.closest(
        `${NATIVE}, label, .ant-select, .ant-input-affix-wrapper, .ant-picker, .ant-radio-group`,
      );
      const own = element.getBoundingClientRect();
      const around = holder?.getBoundingClientRect() ?? own;
      const width = Math.max(own.width, around.width);
      const height = Math.max(own.height, around.height);
      if (width < target - 0.5 || height < target - 0.5) {
        faults.push(
          `${Math.round(width)}×${Math.round(height)} px is smaller than ${target}: ${name(element)}`,
        );
      }
    }
    return [...new Set(faults)];
  }, options);
}
