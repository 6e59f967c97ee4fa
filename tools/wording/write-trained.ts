import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { z } from 'zod';
import { examplesOf, train } from './train.ts';
import { trainingTexts } from './training-sentences.ts';

const FILE = fileURLToPath(
  new URL('../../server/src/records/moderation/second-reader/trained.ts', import.meta.url),
);

/** How every file of the house is written. */
const Style = z.object({ printWidth: z.number(), singleQuote: z.boolean() });
const STYLE = new URL('../../.oxfmtrc.json', import.meta.url);

/** The file of weights as it would be written now. */
export async function renderTrained(): Promise<string> {
  const texts = trainingTexts();
  const learned = JSON.stringify(texts.map(({ text, fault }) => [text, fault]));
  const sha256 = createHash('sha256').update(learned).digest('hex');
  const source = `// Written by \`npm run train:wording\` from the sentences in ../fixtures, the lessons and the catalogues.
import type { Trained } from './weights.ts';

export const trained: Trained = ${JSON.stringify(train(examplesOf(texts), sha256))};
`;
  const style = Style.parse(JSON.parse(readFileSync(STYLE, 'utf8')));
  return (await format(FILE, source, style)).code;
}

export async function writeTrained(): Promise<void> {
  writeFileSync(FILE, await renderTrained());
}

export const writtenTrained = (): string => readFileSync(FILE, 'utf8');
