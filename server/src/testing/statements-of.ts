import type { Database } from '../platform/database/index.ts';

/** The statements that reach the database while something is done, whichever connection they take. */
export async function statementsOf(
  database: Pick<Database, 'read' | 'schemaSource'>,
  act: () => Promise<unknown>,
): Promise<readonly string[]> {
  const seen: string[] = [];
  // One engine has a single runner and hands it out again and again.
  const watched = new Set<object>();
  const restore = [database.read.connection, database.schemaSource].map((source) => {
    const make = source.createQueryRunner.bind(source);
    source.createQueryRunner = (...args: Parameters<typeof make>) => {
      const runner = make(...args);
      if (watched.has(runner)) return runner;
      watched.add(runner);
      const query = runner.query.bind(runner);
      runner.query = ((...asked: Parameters<typeof query>) => {
        seen.push(asked[0]);
        return query(...asked);
      }) as typeof runner.query;
      return runner;
    };
    return () => (source.createQueryRunner = make);
  });
  try {
    await act();
  } finally {
    for (const each of restore) each();
  }
  return seen;
}
