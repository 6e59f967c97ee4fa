/** One place in which two values of a configuration differ; undefined: not there. */
interface Difference {
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isRecordList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.every(isObject);
const textOf = (value: unknown): string => JSON.stringify(value) ?? '';

/**
 * Where `after` differs from `before`. A list of records is compared record by record, wherever each stands; a list
 * of plain values is one place.
 * @example differencesOf({ a: 1, b: 2 }, { a: 1, b: 3 }) // => [{ path: ['b'], before: 2, after: 3 }]
 */
export function differencesOf(before: unknown, after: unknown, path: readonly string[] = []): Difference[] {
  if (textOf(before) === textOf(after)) return [];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differencesOf(before[name], after[name], [...path, name]));
  }
  if (isRecordList(before) && isRecordList(after)) {
    const records = recordDifferences(before, after, path);
    if (records.length > 0) return records;
  }
  return [{ path, before, after }];
}

function recordDifferences(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly string[],
): Difference[] {
  const gone = without(before, after).map((each) => ({ path, before: each, after: undefined }));
  const come = without(after, before).map((each) => ({ path, before: undefined, after: each }));
  return [...gone, ...come];
}

/** Those of `some` that `others` lacks; one that stands there twice must stand in the others twice. */
function without(some: readonly unknown[], others: readonly unknown[]): unknown[] {
  const left = others.map(textOf);
  return some.filter((each) => {
    const at = left.indexOf(textOf(each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
