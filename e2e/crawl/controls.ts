import type { Page } from 'playwright-core';

/** Something on a page that can be pressed. */
export interface Control {
  /** Marks the element until the page changes. */
  readonly mark: string;
  readonly name: string;
  /** The same for every row of a list, so that one of them stands for all. */
  readonly signature: string;
  readonly kind: 'press' | 'type' | 'day' | 'moment';
  /** Ends a session, closes what is open, or cannot be taken back: pressed when nothing else is left. */
  readonly isLast: boolean;
  /** Whether it stands on the page itself, under no dialogue. */
  readonly isOnPage: boolean;
}

/** Everything pressable that a person sees now: in the uppermost dialogue when one is open. */
export function controlsOf(page: Page): Promise<readonly Control[]> {
  return page.evaluate(() => {
    const PRESSABLE = [
      'a[href]',
      'button',
      'summary',
      'input:not([type=hidden])',
      'textarea',
      'select',
      '[role=button]',
      '[role=link]',
      '[role=tab]',
      '[role=menuitem]',
      '[role=switch]',
      '[role=checkbox]',
      '[role=radio]',
      '[role=option]',
      '[role=combobox]',
      '.ant-select-item-option',
      'taro-button-core',
      'taro-switch-core',
      '.weui-tabbar__item',
      '.taro-model__btn',
    ].join(',');
    // Both clients are React's: an element that listens for clicks says so in its props.
    const listens = (element: Element): boolean => {
      const key = Object.keys(element).find((each) => each.startsWith('__reactProps$'));
      const props = key === undefined ? {} : ((element as unknown as Record<string, object>)[key] ?? {});
      const isListening = 'onClick' in props && typeof props.onClick === 'function';
      return (
        isListening && (element.tagName.startsWith('TARO-') || getComputedStyle(element).cursor === 'pointer')
      );
    };
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return (
        width > 1 && height > 1 && element.checkVisibility({ checkOpacity: true, visibilityProperty: true })
      );
    };
    // The phone keeps the pages that were left under the one that is shown.
    const shown = [...document.querySelectorAll('.taro_page_show')].at(-1);
    const isUnder = (element: Element): boolean => {
      const own = element.closest('.taro_page');
      return own !== null && own !== shown;
    };
    const isEnabled = (element: Element): boolean =>
      !element.matches(
        ':disabled, [disabled], [aria-disabled=true], [aria-busy=true], [readonly], .ant-select-disabled *, .ant-btn-loading',
      ) &&
      // What is chosen already has nothing to do when chosen again.
      !element.matches(
        '[aria-current=page], [aria-selected=true], [role=radio][aria-checked=true], input[type=radio]:checked, .ant-select-item-option-selected',
      );
    const nameOf = (element: Element): string =>
      (
        element.getAttribute('aria-label') ??
        (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? (element.labels?.[0]?.textContent ?? element.placeholder)
          : null) ??
        element.textContent ??
        ''
      )
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60);
    // What a control is, without what it is just now.
    const PASSING =
      /\d|focused|checked|chosen|motion|open|active|hover|css-var|placement|--large|--on$|^taro_page|^weui-bar__item_on/;
    const shapeOf = (element: Element | null): string => {
      const parts: string[] = [];
      for (let at = element; at !== null && at !== document.body && parts.length < 6; at = at.parentElement) {
        parts.push(`${at.tagName}.${[...at.classList].filter((each) => !PASSING.test(each)).join('.')}`);
      }
      return parts.join('<');
    };
    const ROW = 'tr, li, [role=row], [role=listitem], [role=option], [id^=card-], [id^=lesson-], [id^=path-]';
    // What a list scrolls to is too much to be tried one by one, and each of it does the same.
    const isOfLongList = (element: Element): boolean => {
      const list = element
        .closest('.ant-select-item-option')
        ?.closest('.rc-virtual-list-holder, .ant-select-dropdown-list-holder');
      return list !== null && list !== undefined && list.scrollHeight > list.clientHeight;
    };
    const layers = [
      ...document.querySelectorAll(
        '.taro-modal__content, .ant-modal-wrap, .ant-drawer, .ant-popover, .ant-dropdown, .ant-select-dropdown, [role=dialog]',
      ),
    ].filter(isSeen);
    const layer = layers.at(-1) ?? document.body;
    const layerName =
      layer === document.body ? '' : nameOf(layer.querySelector('[class*=title]') ?? layer).slice(0, 20);
    const found = new Set([...layer.querySelectorAll(PRESSABLE)]);
    for (const element of layer.querySelectorAll('*')) if (listens(element)) found.add(element);
    // Pages that are left stay in the document, and so would their marks.
    for (const element of document.querySelectorAll('[data-crawl]')) element.removeAttribute('data-crawl');
    const controls = [];
    let count = 0;
    for (const element of found) {
      if (!isSeen(element) || !isEnabled(element) || isUnder(element)) continue;
      const name = nameOf(element);
      const mark = `c${(count += 1)}`;
      element.setAttribute('data-crawl', mark);
      const isField =
        element.matches('textarea, input') &&
        !element.matches(
          '[type=checkbox], [type=radio], [type=button], [type=file], [role=combobox], [role=switch]',
        );
      const place =
        element.closest(ROW) === null && !isOfLongList(element)
          ? `${shapeOf(element)} ${name.replace(/\d+/g, '#')}`
          : shapeOf(element);
      controls.push({
        mark,
        name,
        signature: `${layerName}|${element.getAttribute('role') ?? element.tagName}|${place}`,
        kind: element.matches('[type=datetime-local]')
          ? ('moment' as const)
          : element.matches('[type=date]')
            ? ('day' as const)
            : isField
              ? ('type' as const)
              : ('press' as const),
        isOnPage: layer === document.body,
        isLast:
          /退出|注销|停用|删除|撤|结束|取消|关闭|Close|确定|确认|清空/.test(name) ||
          element.matches('.ant-drawer-close, .ant-modal-close'),
      });
    }
    return controls;
  });
}
