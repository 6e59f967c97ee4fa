import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ratesOf, Sentences } from './testing/rates.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const PATH = 'server/src/records/moderation/held-out/sentences.json';
const EVIDENCE = 'docs/evidence/moderation-held-out.sha256';
const THIS = 'server/src/records/moderation/held-out.spec.ts';
/** No worse than when last measured. The aim of 2 % and 3 % is not reached: docs/decisions/0021. */
const MISSED_MAX = 0.12;
const ALARMED_MAX = 0.035;
const NAME = 'held-out/sentences';
const GENERATED = new Set(['node_modules', 'dist', '.git', 'coverage']);
const TEXT = /\.(?:ts|tsx|mts|mjs|cjs|js|json|md|yml|yaml|sh|css|sql)$/;

const held = readFileSync(join(root, PATH));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (GENERATED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() && TEXT.test(entry.name) ? [path] : [];
  });
}

describe('sentences nobody looked at while the dictionary was written', () => {
  it('D-06 are the ones that were committed before the first dictionary', () => {
    const sha256 = createHash('sha256').update(held).digest('hex');
    expect(readFileSync(join(root, EVIDENCE), 'utf8')).toMatch(new RegExp(`^${sha256}\\b`));
  });

  it('D-06 are named by no file but this one', () => {
    const naming = filesUnder(root)
      .filter((path) => readFileSync(path, 'utf8').includes(NAME))
      .map((path) => relative(root, path));
    expect(naming).toEqual([THIS]);
  });

  it('D-06 are more than 400 with those of development, and how they are judged is printed in figures without a text', () => {
    const sentences = Sentences.parse(JSON.parse(held.toString('utf8')));
    const { missed, alarmed, byKind } = ratesOf(sentences);
    const figures = { missed, alarmed, byKind };
    process.stdout.write(`held-out wording: ${JSON.stringify(figures)}\n`);
    const own = Sentences.parse(
      JSON.parse(readFileSync(new URL('./fixtures/sentences.json', import.meta.url), 'utf8')),
    );
    expect(sentences.length + own.length).toBeGreaterThanOrEqual(400);
    expect(missed.wrong / missed.total).toBeLessThanOrEqual(MISSED_MAX);
    expect(alarmed.wrong / alarmed.total).toBeLessThanOrEqual(ALARMED_MAX);
  });
});
