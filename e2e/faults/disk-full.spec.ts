import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import { hasMariaDb, removeTemplate, startMariaDb } from '../../tools/mariadb.ts';
import { signInMember, startWhole, until, type MemberClient, type Whole } from '../harness/index.ts';
import { compareWithDatabase, planBatches, standOf } from '../ingest-kill/index.ts';

const MIB = 1_048_576;
const DISK_MIB = 160;

/** A disk of its own that can be full; null where nothing may be mounted. */
function mountSmallDisk(): { readonly path: string; readonly unmount: () => void } | null {
  if (process.getuid?.() !== 0) return null;
  const path = mkdtempSync(join(tmpdir(), 'siyu-small-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m,mode=777`, 'tmpfs', path]);
  const remove = (): void => rmSync(path, { recursive: true, force: true });
  if (status !== 0) {
    remove();
    return null;
  }
  return {
    path,
    unmount: () => {
      spawnSync('umount', [path]);
      remove();
    },
  };
}

const probe = mountSmallDisk();
probe?.unmount();
const isPossible = probe !== null && hasMariaDb();
const why = isPossible ? '' : ': skipped, needs an installed MariaDB and the right to mount a small disk';
const describeOnDisk = isPossible ? describe : describe.skip;

describeOnDisk(`a full disk of the database${why}`, () => {
  it('C-11 fault 11 writes are refused in words, reads go on, and with room again nothing needs repair', async () => {
    const disk = mountSmallDisk()!;
    const database = await startMariaDb('disk', { parent: disk.path });
    const filler = join(disk.path, 'filler');
    let whole: Whole | null = null;
    try {
      whole = await startWhole({
        demo: 'full',
        engine: 'mysql',
        mariadbUrl: database.url,
        env: { SIYU_DEMO_MEMBERS: '30', LOGINS_PER_MINUTE: '100000' },
      });
      const view = await whole.openDatabase();
      const member = await signInMember(whole, 'full-disk');
      const before = await standOf(view);
      const batches = planBatches({
        seed: 11,
        members: 1,
        batches: 1_000,
        batchSize: 100,
        repostShare: 0,
        now: Date.now(),
      });
      const acknowledged = new Map<string, { account: string; event: (typeof batches)[0]['events'][0] }>();
      let next = 0;
      /** Reports the next batch. @returns how it was answered. */
      const report = async (url: string): Promise<{ status: number; shown: string }> => {
        const { events } = batches[next]!;
        const answer = await fetch(url + engagementRoutes.recordEvents.path, {
          method: 'POST',
          headers: { authorization: `Bearer ${member.session.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ events }),
        });
        const text = await answer.text();
        if (answer.status === 200) {
          next += 1;
          for (const event of events) acknowledged.set(event.eventId, { account: member.account, event });
        }
        const type = answer.headers.get('content-type')?.split(';')[0];
        const { code = '-' } = JSON.parse(text) as { code?: string };
        return {
          status: answer.status,
          shown: `${answer.status} ${type} ${code} ${answer.headers.get('retry-after')}`,
        };
      };
      expect((await report(whole.url)).status).toBe(200);

      fill(disk.path, filler);
      let refused = '';
      while (next < batches.length && refused === '') {
        const { status, shown } = await report(whole.url);
        if (status !== 200) refused = shown;
      }
      expect(refused).toBe('503 application/problem+json http.unavailable 30');
      expect(await readsGoOn(member)).toBeGreaterThan(0);
      expect((await fetch(`${whole.url}/readyz`)).status).toBe(200);

      rmSync(filler);
      const { url } = whole;
      await until('room again', async () => (await report(url)).status === 200, 10_000);
      // Control: with room even more of the same is taken, so it was the disk that refused it.
      const taken = next;
      while (next < 2 * taken + 10) expect((await report(whole.url)).status).toBe(200);
      const { lost, surplus, wrongCounts } = await compareWithDatabase(view, acknowledged, before);
      expect({ lost, surplus, wrongCounts }).toEqual({ lost: [], surplus: [], wrongCounts: [] });
      const check = await view.query(
        'CHECK TABLE engagement_events, engagement_days, member_clocks, member_due',
      );
      expect(check.map((row) => row['Msg_text'])).toEqual(['OK', 'OK', 'OK', 'OK']);
      await view.close();
    } finally {
      rmSync(filler, { force: true });
      await whole?.close();
      await database.stop();
      removeTemplate();
      disk.unmount();
    }
  }, 120_000);
});

/** Leaves no room on the disk, not even for one more page. */
function fill(disk: string, filler: string): void {
  const { bavail, bsize } = statfsSync(disk);
  const free = bavail * bsize;
  writeFileSync(filler, Buffer.alloc(free - MIB));
  const { bavail: left, bsize: size } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(left * size), { flag: 'a' });
}

async function readsGoOn(member: MemberClient): Promise<number> {
  const { lessons } = await member.call(contentRoutes.listLessons, { query: { limit: 5 } });
  return lessons.length;
}
