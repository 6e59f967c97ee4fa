import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { type ImportKind, ImportKinds, type ImportLine, Imports, type LineVerdict } from './index.ts';

const kindOf = (
  name: string,
  record: ImportKind['record'],
  wholeLinesMax: number | null = null,
): ImportKind => {
  return { name, required: ['word'], optional: ['note'], wholeLinesMax, record };
};
const recordAll = async (_: unknown, lines: readonly ImportLine[]): Promise<readonly LineVerdict[]> =>
  lines.map(() => ({ verdict: 'recorded' }));

describe('imports, whatever is in them', () => {
  describeOnEngines((engine) => {
    let server: TestApp;
    let imports: Imports;
    const heard: string[][] = [];
    beforeAll(async () => {
      server = await createTestApp({ engine });
      imports = server.app.get(Imports);
      const kinds = server.app.get(ImportKinds);
      kinds.register(
        kindOf('words', async (tx, lines) => {
          heard.push(lines.map(({ cells }) => cells['word'] ?? ''));
          return recordAll(tx, lines);
        }),
      );
      kinds.register(kindOf('whole', recordAll, 3));
      kinds.register(
        kindOf('poison', async () => {
          throw new Error('a fault of ours');
        }),
      );
      kinds.register(
        kindOf('silent', async () => {
          return [];
        }),
      );
    });
    afterAll(() => server.close());

    const take = async (kind: string, text: string) => {
      const queued = { kind, fileName: '/tmp/folder\\words.csv', requestedBy: '-', bytesMax: 10_000_000 };
      const stream = Readable.from([Buffer.from(text)]);
      const importId = await imports.receive(stream, queued, async () => undefined);
      return async () => {
        for (;;) {
          const row = await imports.get(importId);
          if (row.finishedAt !== null) return row;
          await pause(10);
        }
      };
    };

    it('C-02 takes lines in chunks, one import after the other, and keeps their order', async () => {
      const words = Array.from({ length: 1_203 }, (_, at) => `w${at}`);
      const first = await take('words', ['word', ...words].join('\n'));
      const second = await take('words', 'word,note\nlast, of all \n');
      expect(await first()).toMatchObject({ recorded: 1_203, fileName: 'words.csv', linesDone: 1_204 });
      await second();
      expect(heard.map((chunk) => chunk.length)).toEqual([500, 500, 203, 1]);
      expect(heard.flat()).toEqual([...words, 'last']);
    });

    it('C-02 a file that is judged as a whole may not have more lines than can be judged', async () => {
      const fits = await take('whole', 'word\na\nb\nc\n');
      const tooLong = await take('whole', 'word\na\nb\nc\nd\n');
      expect(await fits()).toMatchObject({ state: 'DONE', recorded: 3 });
      expect(await tooLong()).toMatchObject({
        state: 'FAILED',
        failureCode: 'imports.too_many_lines',
        recorded: 0,
      });
    });

    it('C-02 an import that fails again and again is given up, and those behind it have their turn', async () => {
      const poison = await take('poison', 'word\nbad line,x\na\n');
      const silent = await take('silent', 'word\na\n');
      const behind = await take('words', 'word\nz\n');
      expect(await poison()).toMatchObject({
        state: 'FAILED',
        failureCode: 'imports.internal_failure',
        recorded: 0,
      });
      expect(await silent()).toMatchObject({ state: 'FAILED' });
      expect(await behind()).toMatchObject({ state: 'DONE', recorded: 1 });
    }, 60_000);
  });
});
