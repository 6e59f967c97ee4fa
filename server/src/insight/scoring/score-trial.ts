import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Move } from '@siyu/shared/contracts/scoring.limits';
import { presetBook } from '@siyu/shared/rfm';
import { Clock } from '../../platform/clock/index.ts';
import { assessMember } from './assess-member.ts';
import { MoveCount } from './count-moves.ts';
import { heldStageOf } from './held-stage.ts';
import { AfbBook, Counting, Relation, Rfe, TieStrength } from './model-schemas.ts';
import type { ModelSet } from './model-set.ts';
import { ScoreStore } from './score-store.ts';
import { Scoring } from './scoring.service.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { ScoringModels } from './scoring-models.ts';
import { TrialSamples, type TrialTable } from './trial-sample.ts';

/** A trial that is not through by then tells what it has found so far: somebody waits for it. */
const TRIAL_MS_MAX = 1_500;

/** What a change of a model would do to those who were computed under both. */
export interface Trial {
  readonly looked: number;
  /** All of whom something of the kind is kept, or a sample of them. */
  readonly isWhole: boolean;
  readonly scoreChanges: number;
  readonly moves: readonly Move[];
}

interface Kind {
  readonly table: TrialTable;
  change(set: ModelSet, value: unknown): ModelSet;
}

/** No version has this number: what a proposal makes is never taken for what is in force. */
const PROPOSED = -1;
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'scoring.afb-2023',
    {
      table: 'scores',
      change: (set, value) => {
        const { firm, branches } = AfbBook.parse(value);
        return { ...set, afb: { configVersion: PROPOSED, model: presetBook(firm, branches) } };
      },
    },
  ],
  [
    'scoring.counting',
    {
      table: 'scores',
      change: (set, value) => ({
        ...set,
        counting: { configVersion: PROPOSED, model: Counting.parse(value) },
      }),
    },
  ],
  [
    'scoring.rfe',
    {
      table: 'rfe_scores',
      change: (set, value) => ({ ...set, rfe: { configVersion: PROPOSED, model: Rfe.parse(value) } }),
    },
  ],
  [
    'scoring.tie-strength',
    {
      table: 'tie_scores',
      change: (set, value) => ({ ...set, tie: { configVersion: PROPOSED, model: TieStrength.parse(value) } }),
    },
  ],
  [
    'scoring.relation-stage',
    {
      table: 'relation_intervals',
      change: (set, value) => ({
        ...set,
        relation: { configVersion: PROPOSED, model: Relation.parse(value) },
      }),
    },
  ],
]);

/** Computes members under a proposed model and under the present one, by the very rules of a run, and keeps nothing. */
@Injectable()
export class ScoreTrials {
  constructor(
    private readonly clock: Clock,
    private readonly scoring: Scoring,
    private readonly models: ScoringModels,
    private readonly facts: ScoringFacts,
    private readonly store: ScoreStore,
    private readonly samples: TrialSamples,
  ) {}

  /** @returns null for a key that is none of scoring's */
  async tryOut(key: string, value: unknown): Promise<Trial | null> {
    const kind = KINDS.get(key);
    if (kind === undefined) return null;
    const present = await this.models.setAt(this.clock.now());
    const proposed = kind.change(present, value);
    const { chunks, isWhole } = await this.samples.of(kind.table);
    const until = performance.now() + TRIAL_MS_MAX;
    const count = new MoveCount();
    let looked = 0;
    for (const chunk of chunks) {
      if (looked > 0 && performance.now() > until) break;
      await this.#compare(chunk, present, proposed, count);
      looked += chunk.length;
      // SQLite answers on the spot: others are heard between two chunks.
      await letOthersIn();
    }
    const all = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    return {
      looked,
      isWhole: isWhole && looked === all,
      scoreChanges: count.scoreChanges,
      moves: count.moves(),
    };
  }

  async #compare(
    memberNos: readonly number[],
    present: ModelSet,
    proposed: ModelSet,
    count: MoveCount,
  ): Promise<void> {
    const asOf = this.scoring.liveAsOf();
    const isRecounted = proposed.counting !== present.counting;
    const [now, stages, recounted] = await Promise.all([
      this.facts.load(memberNos, present.counting.model),
      this.store.openRelations(memberNos),
      isRecounted ? this.facts.load(memberNos, proposed.counting.model) : [],
    ]);
    for (const [at, input] of now.entries()) {
      const last = stages.get(input.memberNo);
      const under = (set: ModelSet, facts: typeof input) =>
        assessMember(facts, asOf, set, heldStageOf(last, set.relation.configVersion)).kept;
      count.add(under(present, input), under(proposed, recounted[at] ?? input));
    }
  }
}
