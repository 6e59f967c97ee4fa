import { createServer, type Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withinTime } from './within-time.ts';

describe('waiting for an answer from elsewhere', () => {
  let server: Server;
  let url = '';
  beforeAll(async () => {
    // Headers and the beginning of a body, and no more.
    server = createServer((_request, response) => void response.writeHead(200).write('{'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('E-05 a body that never ends is given up in time, also when the signal of the call was collected meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect !== 'function') throw new Error('there is no collector to call');
    const collecting = setInterval(() => void Reflect.apply(collect, undefined, []), 10);
    const asked = Array.from({ length: 10 }, () =>
      withinTime(300, async (signal) => (await fetch(url, { signal })).arrayBuffer()),
    );
    const ends = await Promise.allSettled(asked);
    clearInterval(collecting);
    expect(ends.map((end) => (end.status === 'rejected' ? end.reason : null))).toEqual(
      asked.map(() => expect.objectContaining({ name: 'TimeoutError' })),
    );
  }, 5_000);

  it('E-05 an answer in time is given on', async () => {
    expect(await withinTime(1_000, () => Promise.resolve('here'))).toBe('here');
  });
});
