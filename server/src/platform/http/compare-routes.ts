import type { Route } from '@siyu/shared/contracts/route';

type Named = Pick<Route, 'id' | 'method' | 'path'>;

const lineOf = ({ id, method, path }: Named) => `${id} ${method} ${path}`;

/** Routes that one list has and the other has not, one sentence each; empty when they agree. */
export function compareRoutes(
  left: { readonly name: string; readonly routes: readonly Named[] },
  right: { readonly name: string; readonly routes: readonly Named[] },
): readonly string[] {
  const missing = (from: typeof left, to: typeof left) => {
    const known = new Set(to.routes.map(lineOf));
    return from.routes
      .map(lineOf)
      .filter((line) => !known.has(line))
      .map((line) => `${line} is in ${from.name} but not in ${to.name}`);
  };
  return [...missing(left, right), ...missing(right, left)];
}
