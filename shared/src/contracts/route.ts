/** Who may call a route; the guard refuses every other caller. `adviser`: on the own phone, with less than at the desk. */
export type Audience = 'public' | 'member' | 'adviser' | 'staff' | 'machine';
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Header of a caller who may have to ask again: the same key has one effect, and a repeat gets the first answer. */
export const IDEMPOTENCY_KEY = 'idempotency-key';
/** Header of a request that a page sends by itself while nobody touches it: it does not keep a session alive. */
export const UNATTENDED = 'x-siyu-unattended';
export const IDEMPOTENCY_KEY_PATTERN = /^[A-Za-z0-9_-]{8,64}$/;

/** What a caller hands over: path parameters, query, JSON body. */
export interface RouteInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: object;
}

/**
 * One HTTP route as data, shared by the server (which binds it), the clients (which call it) and OpenAPI.
 * `Input` and `Output` exist for the compiler only: no schema reaches the phone through this file.
 */
export interface Route<Input extends RouteInput = RouteInput, Output = unknown> {
  /** `module.operation`, the OpenAPI operationId. */
  readonly id: string;
  readonly audience: Audience;
  readonly method: HttpMethod;
  /** Path with `:name` parameters, such as `/v1/lessons/:lessonId`. */
  readonly path: string;
  readonly types?: { readonly input: Input; readonly output: Output };
}

/**
 * Declares a route.
 * @example
 * const ping = defineRoute<{}, { at: number }>('health.ping', 'public', 'GET', '/v1/ping');
 * ping.path // => '/v1/ping'
 */
export function defineRoute<Input extends RouteInput, Output>(
  id: string,
  audience: Audience,
  method: HttpMethod,
  path: string,
): Route<Input, Output> {
  return { id, audience, method, path };
}

/**
 * Fills the path parameters and the query of a route.
 * @throws {RangeError} when a parameter of the path is missing.
 * @example
 * routeUrl({ path: '/v1/lessons/:lessonId' }, { params: { lessonId: 'a' }, query: { limit: 2 } })
 * // => '/v1/lessons/a?limit=2'
 */
export function routeUrl(route: Pick<Route, 'path'>, input: RouteInput = {}): string {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = input.params?.[name];
    if (value === undefined) throw new RangeError(`path parameter ${name} is missing for ${route.path}`);
    return encodeURIComponent(value);
  });
  const query = Object.entries(input.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}
