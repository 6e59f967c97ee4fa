import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Module } from '@nestjs/common';
import { defineRoute } from '@siyu/shared/contracts/route';
import { z } from 'zod';
import { createTestApp, type TestApp } from '../../testing/index.ts';
import { Access, Bind, type Patience, type StaticSite } from './index.ts';

const PATIENCE: Patience = { headersMs: 500, requestMs: 1_000, silenceMs: 1_500 };
/** Over what was promised: a look that is due, and a machine that is busy with other specs. */
const MARGIN_MS = 3_000;
const SOCKETS = 40;
const MIB = 1_048_576;

const Note = z.object({ text: z.string() });
type Note = z.infer<typeof Note>;
const takeNote = defineRoute<{ body: Note }, Note>('notes.take', 'public', 'POST', '/v1/notes');

/** A route that reads a body before it knows who asks. */
@Controller()
class NoteController {
  @Bind(takeNote, { response: Note })
  @Access({ audience: 'public' })
  takeNote(@Body({ schema: Note }) note: Note): Note {
    return note;
  }
}
@Module({ controllers: [NoteController] })
class NoteModule {}

/** What a client does with its connection instead of asking and reading. */
interface Behaviour {
  readonly name: string;
  readonly withinMs: number;
  readonly begin: (socket: Socket) => void;
  /** Sent every 50 ms, so that the connection is never silent. */
  readonly drip?: string;
}
const BEHAVIOURS: readonly Behaviour[] = [
  { name: 'says nothing', withinMs: PATIENCE.headersMs, begin: () => undefined },
  {
    name: 'sends its headers letter by letter',
    withinMs: PATIENCE.headersMs,
    begin: (socket) => socket.write('GET /healthz HTTP/1.1\r\nhost: siyu\r\nx-slow: '),
    drip: 'a',
  },
  {
    name: 'sends its body letter by letter',
    withinMs: PATIENCE.requestMs,
    begin: (socket) =>
      socket.write(
        'POST /v1/notes HTTP/1.1\r\nhost: siyu\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n',
      ),
    drip: ' ',
  },
  {
    name: 'never reads its answer',
    // Node looks a second time when something was still written before the first look.
    withinMs: 2 * PATIENCE.silenceMs,
    begin: (socket) => {
      socket.pause();
      socket.write('GET /app/large.bin HTTP/1.1\r\nhost: siyu\r\n\r\n');
    },
  },
];

function misbehave(url: string, { begin, drip }: Behaviour): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => begin(socket));
  socket.on('error', () => undefined);
  if (drip !== undefined) {
    const timer = setInterval(() => socket.write(drip), 50);
    socket.on('close', () => clearInterval(timer));
  }
  return socket;
}

const connectionsOf = (server: TestApp): Promise<number> =>
  new Promise((resolve, reject) =>
    server.app
      .getHttpServer()
      .getConnections((error: Error | null, count: number) =>
        error === null ? resolve(count) : reject(error),
      ),
  );

/** @returns ms until the server has no connection any more, or null when it still has some after `withinMs`. */
async function msUntilAlone(server: TestApp, withinMs: number): Promise<number | null> {
  const started = performance.now();
  while (performance.now() - started < withinMs) {
    if ((await connectionsOf(server)) === 0) return performance.now() - started;
    await pause(20);
  }
  return null;
}

async function openAll(server: TestApp, behaviour: Behaviour): Promise<readonly Socket[]> {
  const sockets = Array.from({ length: SOCKETS }, () => misbehave(server.url, behaviour));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  return sockets;
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

describe('clients that hold a connection without using it', () => {
  let folder: string;
  let sites: readonly StaticSite[];
  let server: TestApp;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'siyu-slow-'));
    await writeFile(join(folder, 'index.html'), '<p>page</p>');
    await writeFile(join(folder, 'large.bin'), Buffer.alloc(16 * MIB));
    sites = [{ path: '/app', folder }];
    server = await createTestApp({ engine: 'sqlite', modules: [NoteModule], sites, patience: PATIENCE });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it.each(BEHAVIOURS)(
    'C-11 fault 10 loses its connection in time who $name, and others are served meanwhile',
    async (behaviour) => {
      const sockets = await openAll(server, behaviour);
      // Not kept alive: it must not count as one of theirs.
      const other = await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } });
      expect(other.status).toBe(200);
      expect(await msUntilAlone(server, behaviour.withinMs + MARGIN_MS)).not.toBeNull();
      for (const socket of sockets) socket.destroy();
    },
    20_000,
  );

  it('C-11 fault 10 leave no memory behind', async () => {
    const round = async (): Promise<number> => {
      const sockets = await Promise.all(BEHAVIOURS.slice(0, 3).map((each) => openAll(server, each)));
      await msUntilAlone(server, PATIENCE.requestMs + MARGIN_MS);
      for (const socket of sockets.flat()) socket.destroy();
      await pause(50);
      return heapInUse();
    };
    const [first, , third] = [await round(), await round(), await round()];
    // Of the 240 sockets of the last two rounds each would keep 10 KB and more.
    expect((third - first) / MIB).toBeLessThan(2);
  }, 40_000);

  it('C-11 fault 10 control: with more patience the same clients are still there, so it is the end of patience that closes them', async () => {
    const patience = { headersMs: 60_000, requestMs: 60_000, silenceMs: 60_000 };
    const patient = await createTestApp({ engine: 'sqlite', modules: [NoteModule], sites, patience });
    const sockets = await Promise.all(BEHAVIOURS.map((each) => openAll(patient, each)));
    await pause(Math.max(...BEHAVIOURS.map(({ withinMs }) => withinMs)) + 500);
    expect(await connectionsOf(patient)).toBe(BEHAVIOURS.length * SOCKETS);
    for (const socket of sockets.flat()) socket.destroy();
    expect(await msUntilAlone(patient, 5_000)).not.toBeNull();
    await patient.close();
  }, 40_000);
});
