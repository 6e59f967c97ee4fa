import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Fault, FAULTS } from '../../server/src/records/moderation/wording-dictionary.ts';

const FIXTURES = new URL('../../server/src/records/moderation/fixtures/', import.meta.url);

/** A text and whose it is: what is measured on one author is learned from the others. */
export interface TrainingText {
  readonly author: string;
  readonly text: string;
  readonly fault: Fault | null;
  /** Prose of a lesson or of the app: read sentence by sentence. */
  readonly isProse: boolean;
}

/** Each file of labelled sentences, and how many of them each of its authors wrote, in order. */
const FILES: readonly (readonly [name: string, authors: readonly (readonly [string, number])[]])[] = [
  ['sentences.json', [['development', Infinity]]],
  [
    'other-authors.json',
    [
      ['author 1', 520],
      ['author 2', 300],
      ['author 3', Infinity],
    ],
  ],
  ['author-4.json', [['author 4', Infinity]]],
  ['author-5.json', [['author 5', Infinity]]],
  ['author-6.json', [['author 6', Infinity]]],
];
const Labelled = z.array(z.object({ text: z.string(), fault: z.enum(FAULTS).nullable() }));
const Prose = z.array(z.object({ author: z.string(), text: z.string() }));
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, FIXTURES), 'utf8'));

/** Everything the second reader learns from: labelled sentences, and innocent prose of the demo firm and the app. */
export function trainingTexts(): TrainingText[] {
  return [...labelled(), ...prose()];
}

function labelled(): TrainingText[] {
  return FILES.flatMap(([name, authors]) => {
    let from = 0;
    const all = Labelled.parse(json(name));
    return authors.flatMap(([author, count]) => {
      const own = all.slice(from, from + count);
      from += own.length;
      return own.map(({ text, fault }) => ({ author, text, fault, isProse: false }));
    });
  });
}

/** Of the demo firm's lessons and the app's catalogues, as they read when they were copied. */
function prose(): TrainingText[] {
  return Prose.parse(json('prose.json')).map((each) => ({ ...each, fault: null, isProse: true }));
}
