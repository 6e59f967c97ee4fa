import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { heavyCheck } from '../../../../tools/heavy-check.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { ScoreReplay } from './score-replay.ts';
import { readKept } from './stored-kept.ts';
import { everything, scenes } from './testing/life-acts.ts';
import { comparable, comparableRight, modelOf, rightState } from './testing/life-ledger.ts';
import { LifeWorld, type Life, type Snapshot } from './testing/life-world.ts';

const check = heavyCheck('replay');
const numRuns = check.size === 'full' ? 100 : 3;
const counts: Record<string, number> = {};
afterAll(() => check.record(counts));
const NOTHING = { score: null, rfe: null, tie: null, relation: null };

describe('lives with late, refunded, duplicated and corrected facts, merges and a change of model', () => {
  describeOnEngines((engine) => {
    let world: LifeWorld;
    const lives: Life[] = [];
    beforeAll(async () => {
      world = await LifeWorld.open(engine);
      const property = fc.asyncProperty(scenes, async (scene) => {
        lives.push(await world.live(scene));
      });
      await fc.assert(property, {
        seed: check.seed,
        numRuns,
        examples: [[everything]],
        endOnFailure: true,
      });
      counts[`${engine}_lives`] = lives.length;
    }, 3_600_000);
    afterAll(() => world.test.close());
    const replays = () => world.test.app.get(ScoreReplay, { strict: false });

    it('C-04 what follows each fact is what scoring everything anew gives', () => {
      let compared = 0;
      for (const { snapshots } of lives) {
        for (const { kept, histories, asOf, isMerged, recentDays } of snapshots) {
          const right = isMerged
            ? NOTHING
            : comparableRight(rightState(histories, asOf, modelOf(1, recentDays)));
          expect(comparable(kept)).toEqual(right);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(40);
      counts[`${engine}_compared_with_rescoring`] = compared;
    });

    it('C-06 with the knowledge of then, a replay gives byte for byte what the run left', async () => {
      const runs = new Map<string, Snapshot>();
      for (const snapshot of lives.flatMap(({ snapshots }) => snapshots)) {
        // The last state of a run: another model may have scored the same facts on the same day once more.
        runs.set(`${snapshot.memberNo}/${snapshot.asOf}/${snapshot.seq}`, snapshot);
      }
      for (const { memberNo, asOf, seq, kept } of runs.values()) {
        const replay = await replays().replay(memberNo, asOf, seq);
        expect(JSON.stringify(readKept(replay.replayed))).toBe(JSON.stringify(kept));
        expect(replay).toMatchObject({ label: 'AS_STORED', knownAt: seq, differing: [], isLogWhole: true });
      }
      expect(runs.size).toBeGreaterThan(20);
      counts[`${engine}_replayed_with_the_knowledge_of_then`] = runs.size;
    }, 600_000);

    it("C-06 with today's knowledge, a replay gives the history as it is known now, and says so", async () => {
      const seen = { RESTATED: 0, AS_STORED: 0, changed: 0 };
      for (const { snapshots, inTheEnd } of lives) {
        const last = new Map(snapshots.map((each) => [`${each.memberNo}/${each.asOf}`, each]));
        for (const { memberNo, asOf, seq, kept, recentDays } of last.values()) {
          const histories = inTheEnd.get(memberNo) ?? [];
          const replay = await replays().replay(memberNo, asOf, 'now');
          expect(replay.label).toBe(replay.presentSeq > seq ? 'RESTATED' : 'AS_STORED');
          if (replay.label === 'RESTATED') seen.RESTATED += 1;
          else seen.AS_STORED += 1;
          // Under which model money was scored that day is told by what was stored that day.
          const { score, ...rest } = comparable(replay.replayed);
          const right =
            histories.length === 0
              ? NOTHING
              : comparableRight(rightState(histories, asOf, modelOf(1, recentDays)));
          expect(rest).toEqual({ rfe: right.rfe, tie: right.tie, relation: right.relation });
          if (kept.score !== null) expect(score).toEqual(right.score);
          if (replay.differing.length > 0) seen.changed += 1;
        }
      }
      expect(seen.RESTATED).toBeGreaterThan(5);
      expect(seen.changed).toBeGreaterThan(2);
      counts[`${engine}_restated`] = seen.RESTATED;
      counts[`${engine}_restated_otherwise_than_stored`] = seen.changed;
    }, 600_000);
  });
});
