import type { Page } from 'playwright-core';
import { errorMessages, memberMessages, trailActionNames } from '@siyu/shared/messages';

const BROKEN = /\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date|\{[a-z][A-Za-z]*\}/;
/** Keys of the catalogues that are told from plain words by their dots. */
const KEYS: readonly string[] = [errorMessages, memberMessages, trailActionNames]
  .flatMap((catalogue) => Object.keys(catalogue))
  .filter((key) => key.includes('.'));

/** What a text that a person sees must not hold: values that are none, and keys nobody translated. */
export function brokenWords(text: string): readonly string[] {
  const broken = BROKEN.exec(text)?.[0];
  const words = new Set(text.split(/[^A-Za-z0-9._-]+/));
  return [...(broken === undefined ? [] : [broken]), ...KEYS.filter((key) => words.has(key))];
}

/** The words that are to be seen, but for what is marked as code on purpose. */
export function shownWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (texts.nextNode() !== null) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement?.closest('code, script, style') !== null || !parentElement.checkVisibility())
        continue;
      // What a picker keeps for readers beside its list has no size; it is read by its label.
      if (parentElement.closest('[role=listbox]')?.getBoundingClientRect().height === 0) continue;
      words.push(textContent ?? '');
    }
    return words.join('\n');
  });
}
