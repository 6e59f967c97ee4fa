import { type Carried, CARRIES } from '@siyu/shared/contracts/primitives';
import { allRoutes } from '@siyu/shared/contracts/routes';
import type { Route } from '@siyu/shared/contracts/route';
import { z } from 'zod';

/** Something that can bring a product or advice to a member. */
export interface FoundDoor {
  /** The id of a route, the name of a consumer or of a kind of message. */
  readonly name: string;
  readonly carries: readonly Carried[];
}

const Schemas = z.record(z.string(), z.unknown());
/** Of the OpenAPI document, what says which fields a route takes and gives. */
export const ApiDocument = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.object({ schemas: Schemas }),
});
export type ApiDocument = z.infer<typeof ApiDocument>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const CARRIED: readonly unknown[] = ['PRODUCT', 'ADVICE'] satisfies readonly Carried[];
const isCarried = (value: unknown): value is Carried => CARRIED.includes(value);

/** What was met on a walk through a schema, references followed. */
interface Met {
  readonly carried: Set<Carried>;
  /** Names of fields that are ids and carry no mark. */
  readonly unmarked: Set<string>;
}

function walk(value: unknown, name: string, schemas: Schemas, met: Met, seen = new Set<string>()): Met {
  if (Array.isArray(value)) for (const each of value) walk(each, name, schemas, met, seen);
  if (!isRecord(value)) return met;
  const { [CARRIES]: mark, format, $ref: reference } = value;
  if (isCarried(mark)) met.carried.add(mark);
  else if (format === 'uuid') met.unmarked.add(name);
  if (typeof reference === 'string' && !seen.has(reference)) {
    seen.add(reference);
    walk(schemas[reference.split('/').at(-1) ?? ''], name, schemas, met, seen);
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'properties' && isRecord(inner))
      for (const [field, schema] of Object.entries(inner)) walk(schema, field, schemas, met, seen);
    // A parameter of a path or a query has its name beside its schema.
    else
      walk(
        inner,
        key === 'schema' && typeof value['name'] === 'string' ? value['name'] : name,
        schemas,
        met,
        seen,
      );
  }
  return met;
}
type Schemas = z.infer<typeof Schemas>;

/** What a schema of zod can carry, such as the payload of an event. */
export function carriedBy(schema: z.ZodType): readonly Carried[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const { carried } = walk(json, '', Schemas.parse(json.$defs ?? {}), {
    carried: new Set(),
    unmarked: new Set(),
  });
  return [...carried].sort();
}

export interface FoundRoute extends FoundDoor {
  readonly route: Route;
  readonly unmarked: readonly string[];
}

/**
 * Every route of the contracts that can bring something to members, with what it can carry: all that members and the
 * public call; of what staff call, what changes something, since a look at the desk brings nobody anything.
 */
export function findRoutes({ paths, components: { schemas } }: ApiDocument): readonly FoundRoute[] {
  const operations = new Map(
    Object.values(paths).flatMap((path) =>
      Object.values(path).map((each) => [each.operationId, each] as const),
    ),
  );
  return allRoutes
    .filter(({ audience, method }) => audience === 'member' || audience === 'public' || method !== 'GET')
    .map((route) => {
      const operation = operations.get(route.id);
      if (operation === undefined) throw new Error(`${route.id} is not described`);
      const { carried, unmarked } = walk(operation, '', schemas, { carried: new Set(), unmarked: new Set() });
      return { name: route.id, route, carries: [...carried].sort(), unmarked: [...unmarked].sort() };
    });
}
