// Count, sum and last day of the purchases in a window by customer, by DuckDB: a table in memory, one statement timed.
import { readFileSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [folder = '', asOf = '', windowDays = ''] = process.argv.slice(2);
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

const sums = `
  CREATE OR REPLACE TABLE sums AS
  SELECT customer, count(*) AS purchases, sum(amount) AS amount, max(day) AS last
  FROM purchases WHERE day >= ${Number(asOf) - Number(windowDays)} AND day < ${Number(asOf)} GROUP BY customer`;
await connection.run(sums);
const started = performance.now();
await connection.run(sums);
console.log(performance.now() - started);
const answer = await connection.runAndReadAll('SELECT * FROM sums ORDER BY customer');
writeFileSync(
  `${folder}/sums.answer`,
  answer
    .getRows()
    .map((row) => row.map(Number).join(' '))
    .join('\n'),
);
