import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { LoadShedder } from './load-shedder.ts';

const MAX_WAIT_MS = 100;

function world() {
  const looks = {
    at: 0,
    busy: 0,
    line: false,
    now: () => looks.at,
    busyShare: () => looks.busy,
    hasLine: () => looks.line,
  };
  const shedder = new LoadShedder(MAX_WAIT_MS, looks);
  return {
    shedder,
    /** So many requests answered in the next tenth of a second, at this business. */
    second: (answered: number, busy: number, line = false) => {
      for (let count = 0; count < answered; count += 1) {
        shedder.takes('read');
        shedder.answered('read');
      }
      looks.at += 100;
      looks.busy = busy;
      looks.line = line;
      shedder.look();
    },
    takenOf: (many: number, eachMs = 0) => {
      let taken = 0;
      for (let count = 0; count < many; count += 1) {
        if (shedder.takes('read')) {
          taken += 1;
          looks.at += eachMs;
        }
      }
      return taken;
    },
  };
}

describe('shedding load', () => {
  it('C-11 fault 25 takes whatever comes while the processor is idle, however long others make it wait', async () => {
    const { second, takenOf } = world();
    second(0, 0.4);
    await turn();
    expect(takenOf(5_000)).toBe(5_000);
  });

  it('C-11 fault 25 takes while busy what it can answer in time, and a few always', async () => {
    const { second, takenOf, shedder } = world();
    second(0, 1);
    await turn();
    // Nothing has been answered yet: who knows how long it takes?
    expect(takenOf(100)).toBe(100);
    for (let count = 0; count < 100; count += 1) shedder.answered('read');
    second(1, 1);
    await turn();
    expect(takenOf(20)).toBe(20);
    for (let look = 0; look < 40; look += 1) second(0, 1);
    for (let count = 0; count < 20; count += 1) shedder.answered('read');
    await turn();
    expect(takenOf(100)).toBe(16);
    for (let count = 0; count < 16; count += 1) shedder.answered('read');
    // 500 a second: 50 are answered within the longest wait.
    for (let look = 0; look < 30; look += 1) {
      second(50, 1);
      await turn();
    }
    const taken = takenOf(1_000);
    expect(taken).toBeGreaterThan(40);
    expect(taken).toBeLessThanOrEqual(50);
  });

  it('C-11 fault 25 learns nothing from being asked little while it is busy with other work', async () => {
    const { second, takenOf, shedder } = world();
    for (let look = 0; look < 30; look += 1) {
      second(50, 1);
      await turn();
    }
    for (let look = 0; look < 40; look += 1) second(0, 1);
    // One that is long in hand is no queue.
    shedder.takes('read');
    for (let look = 0; look < 40; look += 1) second(0, 1);
    shedder.answered('read');
    await turn();
    expect(takenOf(1_000)).toBe(50);
  });

  it('C-11 fault 25 takes no more than it can answer in time while all wait for the database, though the processor is idle', async () => {
    const { second, takenOf } = world();
    for (let look = 0; look < 30; look += 1) {
      second(30, 0.5, true);
      await turn();
    }
    expect(takenOf(1_000)).toBe(30);
    second(0, 0.5);
    await turn();
    expect(takenOf(1_000)).toBe(1_000);
  });

  it('C-11 fault 25 lets those who write wait for each other and for nobody who reads', async () => {
    const { second, takenOf, shedder } = world();
    for (let look = 0; look < 30; look += 1) {
      shedder.takes('write');
      shedder.answered('write');
      second(40, 1);
      await turn();
    }
    const written = Array.from({ length: 100 }, () => shedder.takes('write')).filter((taken) => taken);
    expect(written).toHaveLength(16);
    await turn();
    expect(takenOf(100)).toBe(40);
  });

  it('C-11 fault 25 refuses what one turn of the loop found waiting and cannot answer in time, and takes again in the next turn', async () => {
    const { takenOf } = world();
    expect(takenOf(1_000, 2)).toBe(26);
    await turn();
    await turn();
    expect(takenOf(10, 2)).toBe(10);
  });

  it('lets a page ask its dozen things of a server that is still slow', async () => {
    const { takenOf } = world();
    await turn();
    expect(takenOf(12, 80)).toBe(12);
  });
});
