/** What is drawn into a code image; the whole of it stands in the picture, so that codes outlive the box. */
export interface CodeContent {
  readonly appId: string;
  /** Null for the home page. */
  readonly page: string | null;
  readonly scene: string;
}

const HOST = 'https://wxacode.invalid/';

export function writeCodeText({ appId, page, scene }: CodeContent): string {
  const query = new URLSearchParams({ scene, ...(page === null ? {} : { page }) });
  return `${HOST}${appId}?${query.toString()}`;
}

/** What a scanned text says; null when it is no code of a mini-program. */
export function readCodeText(text: string): CodeContent | null {
  if (!text.startsWith(HOST) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return {
    appId: url.pathname.slice(1),
    page: url.searchParams.get('page'),
    scene: url.searchParams.get('scene') ?? '',
  };
}
