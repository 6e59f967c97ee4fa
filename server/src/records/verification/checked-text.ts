/** What somebody typed or scanned, in the forms that sources compare with. */
export interface CheckedText {
  /** Width, case and spaces made equal. */
  readonly plain: string;
  /** As it was written, but for width and the spaces around it: keys differ by their case. */
  readonly exact: string;
  /** A link or a path of ours: the page and its parameters; null when it is none, or leads elsewhere. */
  readonly page: { readonly path: string; readonly query: Readonly<Record<string, string>> } | null;
  /** A link that leads to somebody else: a code in it proves nothing, and only the whole of it may be ours. */
  readonly isElsewhere: boolean;
}

/**
 * Makes equal what people write differently.
 * @example
 * plainText(' Ｓ123 456 ') // => 'S123456'
 */
export const plainText = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/\s/g, '');

/** Reads a text; links count as ours only on the address of this system, or without one, as WeChat gives its own pages. */
export function readCheckedText(text: string, publicUrl: string): CheckedText {
  const exact = text.normalize('NFKC').trim();
  const plain = plainText(text);
  const isLink = /^[a-z][a-z0-9+.-]*:\/\//i.test(exact);
  const isPath = /^\/?[a-z]+\/[a-z-]+\/index(\?|$)/.test(exact);
  if (!isLink && !isPath) return { plain, exact, page: null, isElsewhere: false };
  if (isPath) return { plain, exact, page: pageOf(exact), isElsewhere: false };
  if (!URL.canParse(exact)) return { plain, exact, page: null, isElsewhere: true };
  const url = new URL(exact);
  if (url.origin !== new URL(publicUrl).origin) return { plain, exact, page: null, isElsewhere: true };
  // The app in a browser has its pages behind the hash.
  return { plain, exact, page: pageOf(url.hash.slice(1) || url.pathname + url.search), isElsewhere: false };
}

function pageOf(path: string): CheckedText['page'] {
  const [page = '', query = ''] = path.split('?', 2);
  return { path: page.replace(/^\//, ''), query: Object.fromEntries(new URLSearchParams(query)) };
}
