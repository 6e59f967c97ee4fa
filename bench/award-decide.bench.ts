import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide, prepareRules, type Counters } from '../shared/src/incentives/index.ts';
import type { Bench, Peer } from '../tools/bench.ts';
import { askedFacts, awardRules, CONDITIONS, FACTS, plainRules, RULES } from './award-facts.ts';
import { installPeers, runPeer } from './peer-process.ts';

const JSON_RULES = 'json-rules-engine';
const WARM_UP_RUNS = 5;
const NONE = { today: 0, thisWeek: 0, total: 0, lastAwardedAt: null };
const NOTHING: Counters = { ofRule: () => NONE, yearValueFen: 0 };

const plain = plainRules();
const rules = prepareRules(awardRules(plain));
const facts = askedFacts();

/** Which rules award each fact, as a number with a bit for each rule. */
function decideAll(isExplained: boolean): Uint32Array {
  const answer = new Uint32Array(FACTS);
  let at = 0;
  for (const { fact, state } of facts) {
    let awarded = 0;
    const decisions = decide(rules, fact, state, NOTHING, { yearlyCapFen: 20_000, isExplained });
    for (const { ruleNo, verdict } of decisions) if (verdict === 'awarded') awarded |= 1 << (ruleNo - 1);
    answer[at] = awarded;
    at += 1;
  }
  return answer;
}

function millisecondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** @throws {Error} at the first fact that is answered otherwise */
function mustAgree(name: string, answer: Uint32Array): void {
  const own = decideAll(true);
  const at = own.findIndex((awarded, fact) => awarded !== answer[fact]);
  if (answer.length !== own.length || at !== -1)
    throw new Error(`${name} awards fact ${at} by ${answer[at]}, decide by ${own[at]}`);
}

/** An engine that is told what history says, and runs in a process of its own. */
function outside(name: string, script: string): Peer {
  return {
    name,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'siyu-award-bench-'));
      try {
        writeFileSync(join(folder, 'rules.json'), JSON.stringify(plain));
        writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts.map(({ flat }) => flat)));
        const milliseconds = runPeer(process.execPath, [script, folder]);
        const bytes = readFileSync(join(folder, 'answer'));
        mustAgree(
          name,
          new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
        );
        return milliseconds;
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

export const bench: Bench = {
  name: 'award-decide',
  measures: `What ${FACTS} facts of five events earn under ${RULES} rules of ${CONDITIONS} conditions each, history counted from what is past, with what every condition saw; every answer compared`,
  unit: 'ms',
  bound: 200,
  aimBeside: { peer: JSON_RULES, times: 1 / 80 },
  runs: 7,
  beside: { 'without explanation': { unit: 'ms', bound: 200, aim: 10 } },
  peers: () => {
    installPeers();
    mustAgree('decide without explanation', decideAll(false));
    for (let run = 0; run < WARM_UP_RUNS; run += 1) {
      decideAll(true);
      decideAll(false);
    }
    return [
      outside(JSON_RULES, 'peers/rules-json.mjs'),
      outside('@adobe/aep-rules-engine', 'peers/rules-adobe.mjs'),
    ];
  },
  measure: async () => ({
    value: millisecondsOf(() => decideAll(true)),
    beside: { 'without explanation': millisecondsOf(() => decideAll(false)) },
  }),
};
