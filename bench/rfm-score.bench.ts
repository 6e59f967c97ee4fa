import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Peer } from '../tools/bench.ts';
import { bareRfm } from './bare-rfm.ts';
import { coreRfm } from './core-rfm.ts';
import { answerOf, installPeers, pythonWithPandas, runPeer } from './peer-process.ts';
import { AS_OF, CUSTOMERS, makePurchases, PURCHASES, writePurchases } from './rfm-purchases.ts';

const columns = makePurchases();
const WARM_UP_RUNS = 3;

function millisecondsOf(work: () => Uint16Array): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** @throws {Error} at the first customer whose score differs */
function mustAgree(name: string, answer: Uint16Array): void {
  const own = coreRfm(columns);
  const at = own.findIndex((score, customer) => score !== answer[customer]);
  if (answer.length !== own.length || at !== -1)
    throw new Error(`${name} scores customer ${at} ${answer[at]}, the core ${own[at]}`);
}

function outside(name: string, command: string, script: string): Peer {
  return {
    name,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'siyu-rfm-bench-'));
      try {
        writePurchases(folder, columns);
        const milliseconds = runPeer(command, [script, folder, String(AS_OF)]);
        mustAgree(name, answerOf(join(folder, `${name}.answer`)));
        return milliseconds;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

const BARE = 'bare typed arrays';

export const bench: Bench = {
  name: 'rfm-score',
  measures: `RFM quintile scores of ${CUSTOMERS} customers from ${PURCHASES} purchases in memory; every answer compared`,
  unit: 'ms',
  bound: 500,
  aimBeside: { peer: BARE, times: 1.5 },
  runs: 7,
  peers: () => {
    installPeers();
    mustAgree(BARE, bareRfm(columns));
    for (let run = 0; run < WARM_UP_RUNS; run += 1) {
      bareRfm(columns);
      coreRfm(columns);
    }
    const python = pythonWithPandas();
    return [
      { name: BARE, measure: async () => millisecondsOf(() => bareRfm(columns)) },
      ...(python === null ? [] : [outside('pandas', python, 'peers/rfm.py')]),
      outside('duckdb', process.execPath, 'peers/rfm-duckdb.mjs'),
    ];
  },
  measure: async () => millisecondsOf(() => coreRfm(columns)),
};
