import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { Files } from './index.ts';

const json = { purpose: 'LESSON_SOURCE', grade: 'L1', maxBytes: 1_000, types: ['application/json'] } as const;
const stream = (...chunks: (string | Uint8Array)[]) =>
  Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describeOnEngines((engine) => {
  let server: TestApp;
  let files: Files;
  beforeAll(async () => {
    server = await createTestApp({ engine });
    files = server.app.get(Files);
  });
  afterAll(() => server.close());

  it('A-06 streams a file in under its sha256 and gives the same bytes out', async () => {
    const text = '{"标题":"什么是基金"}';
    const stored = await files.store(null, stream(text.slice(0, 5), text.slice(5)), json);
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(stored).toMatchObject({ sha256, bytes: Buffer.byteLength(text), type: 'application/json' });
    const opened = await files.open(stored.fileId);
    expect(Buffer.concat(await opened.stream.toArray()).toString()).toBe(text);
  });

  it('A-06 refuses what is too large, empty or of another type than its bytes show, and leaves nothing behind', async () => {
    const before = await readdir(join(server.config.dataDir, 'files'));
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
    const code = (refused: Promise<unknown>) => expect(refused).rejects;
    await code(files.store(null, stream('x'.repeat(600), 'x'.repeat(600)), json)).toMatchObject({
      status: 413,
    });
    await code(files.store(null, stream(), json)).toMatchObject({ code: 'files.empty' });
    await code(files.store(null, stream(png), json)).toMatchObject({ code: 'files.type_refused' });
    await code(files.store(null, stream('<script>alert(1)</script>'), json)).toMatchObject({ status: 415 });
    expect(await readdir(join(server.config.dataDir, 'files'))).toEqual(before);
  });

  it('A-06 a signed link works for five minutes, for its file only', async () => {
    const { fileId } = await files.store(null, stream('{"a":1}'), json);
    const other = await files.store(null, stream('{"b":2}'), json);
    const link = await files.link(fileId);
    const answer = await fetch(server.url + link);
    expect([answer.status, await answer.text()]).toEqual([200, '{"a":1}']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await fetch(server.url + link.replace(fileId, other.fileId))).status).toBe(403);
    expect((await fetch(server.url + link.replace(/expiresAt=\d/, 'expiresAt=9'))).status).toBe(403);
    server.clock.advance(300_000);
    expect((await fetch(server.url + link)).status).toBe(403);
  });
});
