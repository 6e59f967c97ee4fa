// The rules of bench/award-decide.bench.ts by Adobe's engine, which says which rules hold and nothing of why. The event is
// asked first, so that a rule of another event ends there.
import { readFileSync, writeFileSync } from 'node:fs';
import RulesEngine from '@adobe/aep-rules-engine';

const [folder = ''] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
const facts = read('facts');

const MATCHERS = { '=': 'eq', '<': 'lt', '>=': 'ge', in: 'eq' };
const rules = read('rules').map(({ when, conditions }, at) => ({
  condition: {
    type: 'group',
    definition: {
      logic: 'and',
      conditions: [{ field: 'when', operator: '=', value: when }, ...conditions].map(
        ({ field, operator, value }) => ({
          type: 'matcher',
          definition: { key: field, matcher: MATCHERS[operator], values: [value].flat() },
        }),
      ),
    },
  },
  consequences: [{ id: String(at), type: 'award', detail: {} }],
}));
const engine = RulesEngine({ version: 1, rules });

function answerOf(some) {
  const answer = new Uint32Array(some.length);
  some.forEach((fact, at) => {
    for (const held of engine.execute(fact)) for (const { id } of held) answer[at] |= 1 << Number(id);
  });
  return answer;
}

for (let run = 0; run < 5; run += 1) answerOf(facts);
const started = performance.now();
const answer = answerOf(facts);
console.log(performance.now() - started);
writeFileSync(`${folder}/answer`, answer);
