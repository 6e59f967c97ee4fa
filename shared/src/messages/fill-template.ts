/**
 * Puts values into the `{name}` places of a sentence; a place without a value stays as it is, so it is noticed.
 * @example
 * fillTemplate('还差 {count} 步', { count: 2 }) // => '还差 2 步'
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (place, name: string) => {
    const value = values[name];
    return value === undefined ? place : String(value);
  });
}
