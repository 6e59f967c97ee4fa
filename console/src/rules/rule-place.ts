/**
 * How a part of a rule is called, by its place in the tree.
 * @example
 * placeName([]) // => '规则'
 * placeName([1, 0]) // => '条件 2.1'
 */
export const placeName = (path: readonly number[]): string =>
  path.length === 0 ? '规则' : `条件 ${path.map((at) => at + 1).join('.')}`;
