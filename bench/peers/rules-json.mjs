// The rules of bench/award-decide.bench.ts by json-rules-engine, which tells of every condition what it saw. The event is
// asked first, so that a rule of another event ends there.
import { readFileSync, writeFileSync } from 'node:fs';
import { Engine } from 'json-rules-engine';

const [folder = ''] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
const facts = read('facts');

const OPERATORS = { '=': 'equal', '<': 'lessThan', '>=': 'greaterThanInclusive', in: 'in' };
const engine = new Engine();
read('rules').forEach(({ when, conditions }, at) =>
  engine.addRule({
    conditions: {
      all: [
        { fact: 'when', operator: 'equal', value: when, priority: 2 },
        ...conditions.map(({ field, operator, value }) => ({
          fact: field,
          operator: OPERATORS[operator],
          value,
        })),
      ],
    },
    event: { type: String(at) },
  }),
);

async function answerOf(some) {
  const answer = new Uint32Array(some.length);
  for (const [at, fact] of some.entries()) {
    const { results } = await engine.run(fact);
    for (const { event } of results) answer[at] |= 1 << Number(event.type);
  }
  return answer;
}

await answerOf(facts.slice(0, 2_000));
const started = performance.now();
const answer = await answerOf(facts);
console.log(performance.now() - started);
writeFileSync(`${folder}/answer`, answer);
