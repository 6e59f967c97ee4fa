/**
 * Freezes a value read from JSON with all that is in it, since many share it.
 * @example
 * Object.isFrozen(frozen({ caps: [1, 2] }).caps) // => true
 */
export function frozen<Value extends object>(value: Value): Value {
  const parts: unknown[] = Object.values(value);
  for (const each of parts) if (typeof each === 'object' && each !== null) frozen(each);
  return Object.freeze(value);
}
