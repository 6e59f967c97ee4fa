/**
 * Leaves the first character of a name; not even its length shows.
 * @example
 * maskName('张小明') // => '张*'
 */
export function maskName(name: string): string {
  const [first = ''] = [...name];
  return `${first}*`;
}
