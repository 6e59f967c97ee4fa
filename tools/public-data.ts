import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Scenarios on public data with published answers, which nobody here wrote and no clone carries: a folder beside
 * the repository, or the one that SIYU_PUBLIC_DATA names. Where it is absent they are skipped, with the reason in
 * the title; when nothing may be absent, they fail.
 *
 * @param part folder inside, such as `rfm-orders`
 * @param body gets the folder's path
 */
export function describeOnPublicData(part: string, body: (folder: string) => void): void {
  const folder = join(process.env['SIYU_PUBLIC_DATA'] ?? resolve(ROOT, '../shared/data'), part);
  if (existsSync(folder)) {
    describe(`on the public data of ${part}`, () => body(folder));
    return;
  }
  const title = `on the public data of ${part}: SIYU_PUBLIC_DATA and ../shared/data name no folder that has it`;
  if (process.env['SIYU_REQUIRE_ALL'] === '1') {
    it(title, () => {
      throw new Error(title);
    });
    return;
  }
  describe.skip(title, () => body(folder));
}
