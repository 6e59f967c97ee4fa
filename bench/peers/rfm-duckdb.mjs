// The quintile scores of bench/rfm-score.bench.ts by DuckDB: a table in memory, one statement timed, the answer written.
import { readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder = '', asOf = ''] = process.argv.slice(2);
const column = (name, Kind) => {
  const bytes = readFileSync(`${folder}/${name}.bin`);
  return new Kind(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};
const customers = column('customers', Uint32Array);
const days = column('days', Int32Array);
const amounts = column('amounts', Float64Array);

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run('CREATE TABLE purchases (customer UINTEGER, day INTEGER, amount BIGINT)');
const appender = await connection.createAppender('purchases');
for (let row = 0; row < customers.length; row += 1) {
  appender.appendUInteger(customers[row]);
  appender.appendInteger(days[row]);
  appender.appendBigInt(BigInt(amounts[row]));
  appender.endRow();
}
appender.closeSync();

const classes = (value, cuts, plus) =>
  [1, 2, 3, 4].map((fifth) => `(${value} >= round(${cuts}[${fifth}], 6) + ${plus})::INT`).join(' + ');
const score = `
  CREATE OR REPLACE TABLE scores AS
  WITH measures AS (
    SELECT customer, ${Number(asOf)} - max(day) AS recency, count(*) AS counts, sum(amount) AS sums
    FROM purchases GROUP BY customer
  ), cuts AS (
    SELECT quantile_cont(recency, [0.2, 0.4, 0.6, 0.8]) AS r,
           quantile_cont(counts, [0.2, 0.4, 0.6, 0.8]) AS f,
           quantile_cont(sums::DOUBLE, [0.2, 0.4, 0.6, 0.8]) AS m
    FROM measures
  )
  SELECT customer, 100 * (5 - (${classes('recency', 'r', 1)})) + 10 * (1 + ${classes('counts', 'f', 1)})
                   + 1 + ${classes('sums', 'm', 100)} AS score
  FROM measures, cuts`;
await connection.run(score);
const started = performance.now();
await connection.run(score);
console.log(performance.now() - started);
const answer = await connection.runAndReadAll('SELECT score::INTEGER FROM scores ORDER BY customer');
writeFileSync(
  `${folder}/duckdb.answer`,
  Uint16Array.from(answer.getRows(), ([each]) => Number(each)),
);
