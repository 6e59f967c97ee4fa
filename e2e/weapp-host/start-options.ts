/** What WeChat tells an app that is opened, or that comes back. */
export interface StartOptions {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
  /** Of a card that was shared with one; each time it is opened another. */
  readonly shareTicket?: string;
}

const TICKET_SCENE = 1044;
const SINGLE_PAGE_SCENE = 1154;
let tickets = 0;

export const splitUrl = (url: string): [string, Record<string, string>] => {
  const [path = '', query = ''] = url.split('?');
  return [path.replace(/^[/]/, ''), Object.fromEntries(new URLSearchParams(query))];
};

export function startOptions(url: string, scene: number): StartOptions {
  const [path, query] = splitUrl(url);
  return {
    path,
    query,
    scene,
    ...(scene === TICKET_SCENE ? { shareTicket: `ticket-${(tickets += 1)}` } : {}),
  };
}

/** One page shared to Moments, shown alone. */
export const isSinglePage = ({ scene }: StartOptions): boolean => scene === SINGLE_PAGE_SCENE;
