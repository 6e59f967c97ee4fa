import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const NOT_SHIPPED = /\.spec\.ts$|(^|\/)testing\/|(^|\/)index\.ts$/;

/** The sources of a folder that carry code to others: no specs, no aids of specs, no lists of exports. */
export function shippedSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !NOT_SHIPPED.test(file))
    .map((file) => join(folder, file))
    .sort();
}
