import type { DataSource, QueryRunner } from 'typeorm';

/** Says of a statement with which error it fails instead of being sent; null: it is sent. */
export type Break = (sql: string) => Error | null;

/**
 * Lets statements of the writing door fail as the database or the network would make them fail.
 * @returns how to stop it
 */
export function breakStatements(source: DataSource, breaks: Break): () => void {
  const create = source.createQueryRunner.bind(source);
  const whole = new Map<QueryRunner, QueryRunner['query']>();
  source.createQueryRunner = (...mode) => {
    const runner = create(...mode);
    if (whole.has(runner)) return runner;
    const query = runner.query.bind(runner);
    whole.set(runner, query);
    runner.query = (...statement: Parameters<typeof query>) => {
      const error = breaks(statement[0]);
      return error === null ? query(...statement) : Promise.reject(error);
    };
    return runner;
  };
  return () => {
    source.createQueryRunner = create;
    for (const [runner, query] of whole) runner.query = query;
  };
}
