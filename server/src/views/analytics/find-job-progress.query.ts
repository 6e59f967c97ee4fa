import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const Job = z.object({
  progress: z
    .string()
    .nullable()
    .transform((text): unknown => (text === null ? null : JSON.parse(text)))
    .pipe(z.record(z.string(), z.unknown()).nullable()),
});

/** How far a job has come, in its own words; null before its first run. */
export async function findJobProgress(
  manager: EntityManager,
  name: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  const rows: unknown = await manager.query('SELECT progress FROM jobs WHERE name = ?', [name]);
  return z.array(Job).parse(rows)[0]?.progress ?? null;
}
