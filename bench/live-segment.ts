import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { StaffPages } from './staff-pages.ts';

const Segment = z.object({
  segmentId: z.string(),
  key: z.string(),
  revision: z.number(),
  isPlacing: z.boolean(),
});
export type LiveSegment = z.infer<typeof Segment>;
const PATH = '/v1/console/segment-definitions';
const PATIENCE_MS = 120_000;

/** Draws a segment as an operator does, makes it live, and waits until its members are found. */
export async function openSegment(pages: StaffPages, name: string, rule: object): Promise<LiveSegment> {
  const drawn = Segment.parse((await pages.timed(PATH, { name, rule })).body);
  const path = `${PATH}/${drawn.segmentId}`;
  await pages.timed(`${path}/activation`, { revision: drawn.revision });
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const segment = Segment.parse((await pages.timed(path)).body);
    if (!segment.isPlacing) return segment;
    if (performance.now() > deadline) throw new Error(`the members of ${name} are still sought`);
    await sleep(100);
  }
}
