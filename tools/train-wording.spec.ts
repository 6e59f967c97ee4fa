import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { writtenTrained } from './wording/write-trained.ts';

// In a process of its own: arithmetic of millions of steps takes more than twice as long inside jest.
const LEARN =
  "process.stdout.write(await (await import('./tools/wording/write-trained.ts')).renderTrained())";

it('D-06 the second reader learns the same weights again from the same sentences', async () => {
  const written = writtenTrained();
  expect(Buffer.byteLength(written)).toBeLessThanOrEqual(200_000);
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const node = ['--import', 'tsx', '--input-type=module', '--eval', LEARN];
  const { stdout } = await promisify(execFile)(process.execPath, node, { cwd, maxBuffer: 1 << 20 });
  expect(stdout).toBe(written);
}, 120_000);
