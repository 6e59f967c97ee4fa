import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import vm from 'node:vm';
import type { Definition } from './page.ts';

export interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] };
}

export function readAppConfig(folder: string): AppConfig {
  const file = join(folder, 'app.json');
  if (!existsSync(file)) throw new Error(`${file} is absent: build the weapp bundle first`);
  return JSON.parse(readFileSync(file, 'utf8')) as AppConfig;
}

/** The bundle's JavaScript in a realm of its own, with what WeChat's logic layer offers and nothing more. */
export interface LoadedBundle {
  readonly app: Definition;
  /** The definition of a page; its file is evaluated at first use. */
  page(route: string): Definition;
  /** Parses inside the realm, so that values have its prototypes. */
  parse(json: string): unknown;
}

/** Puts the clock of a phone in the place of the realm's own: `Date` says what the phone believes. */
const SET_CLOCK = `(aheadMs) => {
  const Real = Date;
  const now = () => Real.now() + aheadMs();
  globalThis.Date = new Proxy(Real, {
    apply: () => new Real(now()).toString(),
    construct: (target, given, kind) => Reflect.construct(target, given.length === 0 ? [now()] : given, kind),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}`;

/** @param clockAheadMs by how much the phone's clock is ahead of this machine's */
export function loadBundle(
  folder: string,
  globals: Readonly<Record<string, unknown>>,
  clockAheadMs: () => number,
): LoadedBundle {
  const definitions = new Map<string, Definition>();
  let app: Definition = {};
  let loading = '';
  const context = vm.createContext(
    {
      ...globals,
      App: (definition: Definition) => {
        app = definition;
      },
      Page: (definition: Definition) => {
        definitions.set(loading, definition);
      },
      Component: (definition: Definition) => {
        const methods = definition['methods'];
        definitions.set(loading, {
          ...definition,
          ...(typeof methods === 'object' && methods !== null ? methods : {}),
        });
      },
      Behavior: (definition: Definition) => definition,
      requirePlugin: () => ({}),
    },
    // WeChat forbids eval and new Function too.
    { codeGeneration: { strings: false, wasm: false } },
  );
  const setClock = vm.runInContext(SET_CLOCK, context) as (aheadMs: () => number) => void;
  setClock(clockAheadMs);
  const modules = new Map<string, { exports: unknown }>();
  const load = (path: string, route?: string): unknown => {
    const file = join(folder, path);
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const before = loading;
    if (route !== undefined) loading = route;
    const require = (name: string): unknown =>
      load(relative(folder, resolve(dirname(file), name)).replace(/([.]js)?$/, '.js'));
    const wrapped = `(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`;
    const run = vm.runInContext(wrapped, context, { filename: file }) as (...given: unknown[]) => void;
    run(require, module, module.exports);
    loading = before;
    return module.exports;
  };
  load('app.js', 'app');
  for (const name of ['comp', 'custom-wrapper']) {
    if (existsSync(join(folder, `${name}.js`))) load(`${name}.js`, name);
  }
  return {
    app,
    parse: vm.runInContext('(json) => JSON.parse(json)', context) as (json: string) => unknown,
    page: (route) => {
      if (!definitions.has(route)) load(`${route}.js`, route);
      const definition = definitions.get(route);
      if (definition === undefined) throw new Error(`page ${route} did not register itself`);
      return definition;
    },
  };
}
