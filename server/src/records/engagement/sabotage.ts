/**
 * Ways to break a promise on purpose, so that the tests of the promise are seen to fail. Only a process that
 * runs as a test obeys.
 */
export type Sabotage = 'ack-before-commit' | null;

export function sabotageOf(env: Readonly<Record<string, string | undefined>>): Sabotage {
  const isTest = env['NODE_ENV'] === 'test';
  return isTest && env['SIYU_SABOTAGE'] === 'ack-before-commit' ? 'ack-before-commit' : null;
}

/** How long a sabotaged acknowledgement runs ahead of its commit: long enough for any kill to fall in between. */
export const SABOTAGE_LEAD_MS = 3_000;
