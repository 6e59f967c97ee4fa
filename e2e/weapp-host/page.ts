import { setAtPath, type TaroNode } from './node.ts';

export type Definition = Record<string, unknown>;

/** One open page: the definition's functions bound to it, and the data that setData has built up. */
export interface PageInstance {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
  readonly data: Record<string, unknown> & { root?: TaroNode };
  readonly setDataBytes: number[];
  readonly [member: string]: unknown;
}

/** Calls a life-cycle function when the page has it. */
export function callHook(page: PageInstance | undefined, name: string, ...given: readonly unknown[]): void {
  const hook = page?.[name];
  if (typeof hook === 'function') Reflect.apply(hook, page, given);
}

/** WeChat refuses a setData of more than this. */
export const SET_DATA_BYTES_MAX = 1_048_576;

export function openPage(
  route: string,
  options: Readonly<Record<string, string>>,
  definition: Definition,
  app: {
    readonly parse: (json: string) => unknown;
    readonly isAlive: () => boolean;
    readonly selectorQuery: () => unknown;
    readonly onSetData: () => void;
  },
): PageInstance {
  const data = app.parse(JSON.stringify(definition['data'] ?? {})) as PageInstance['data'];
  const setDataBytes: number[] = [];
  const page: Record<string, unknown> = {
    route,
    __route__: route,
    options,
    data,
    setDataBytes,
    selectComponent: () => null,
    selectAllComponents: () => [],
    createSelectorQuery: app.selectorQuery,
    getOpenerEventChannel: () => ({ on: () => undefined, emit: () => undefined }),
    setData: (change: Record<string, unknown>, done?: () => void) => {
      if (!app.isAlive()) return;
      // The bridge between the two threads carries JSON and nothing else.
      const json = JSON.stringify(change);
      const bytes = Buffer.byteLength(json);
      if (bytes > SET_DATA_BYTES_MAX) throw new Error(`setData of ${bytes} bytes`);
      setDataBytes.push(bytes);
      const plain = app.parse(json) as Record<string, unknown>;
      for (const key of Object.keys(change)) setAtPath(data, key, plain[key]);
      app.onSetData();
      setImmediate(() => {
        if (app.isAlive()) done?.call(page);
      });
    },
  };
  for (const [name, value] of Object.entries(definition)) {
    if (name === 'data' || name in page) continue;
    page[name] = typeof value === 'function' ? (value.bind(page) as unknown) : value;
  }
  return page as unknown as PageInstance;
}
