import { Injectable } from '@nestjs/common';
import type { KeptKind, ReplayLabel } from '@siyu/shared/contracts/scoring.limits';
import { epochDay, startOfDay, type EpochDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { assessMember } from './assess-member.ts';
import { heldFrom } from './held-stage.ts';
import type { KeptState } from './kept-state.ts';
import type { ModelSet } from './model-set.ts';
import { readRefused } from './refused-text.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { ScoringModels } from './scoring-models.ts';
import type { ScoringRun } from './scoring-run.entity.ts';
import { StoredHistory, type StoredIntervals } from './stored-history.ts';
import { keptDifferences, readKept } from './stored-kept.ts';

/**
 * What was kept of a member for a day, computed again. `AS_STORED` names the facts and the day of a run that took
 * place: then it must equal what that run left.
 */
export interface Replay {
  readonly label: ReplayLabel;
  readonly asOf: EpochDay;
  /** The member's clock up to which facts were read, as it stood at the run of that day, and as it stands now. */
  readonly knownAt: number;
  readonly originalSeq: number | null;
  readonly presentSeq: number;
  /** False when facts of engagement are older than the log: then only today's knowledge is whole. */
  readonly isLogWhole: boolean;
  readonly replayed: KeptState;
  /** What the run of that day left. */
  readonly stored: KeptState;
  /** Kinds in which the two differ. */
  readonly differing: readonly KeptKind[];
}

/** Computes again what was kept of a member, for a day and as far as the facts were known. */
@Injectable()
export class ScoreReplay {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly models: ScoringModels,
    private readonly facts: ScoringFacts,
    private readonly history: StoredHistory,
  ) {}

  /**
   * @param knownAt the member's clock; `then` is the one of the run that was in force for that day, `now` the
   *   present one
   */
  async replay(memberNo: number, asOf: EpochDay, knownAt: number | 'then' | 'now'): Promise<Replay> {
    const presentSeq = (await this.identity.seqOf([memberNo])).get(memberNo) ?? 0;
    const original = await this.history.runInForce(memberNo, asOf);
    const seq = knownAt === 'now' ? presentSeq : knownAt === 'then' ? (original?.seq ?? presentSeq) : knownAt;
    const exact = await this.history.runAt(memberNo, asOf, seq);
    const run = original?.seq === seq ? original : exact;
    const stored = await this.history.intervalsAt(memberNo, asOf, (run ?? original)?.seq ?? seq);
    const models = await this.modelsOf(stored, asOf);
    const [permissions, { isLogWhole, ...known }] = await Promise.all([
      run ?? this.history.runKnowing(memberNo, seq),
      this.facts.knownAt(memberNo, seq, seq === presentSeq, models.counting.model),
    ]);
    const input = {
      memberNo,
      seq,
      isMerged: permissions?.isMerged ?? false,
      isServed: permissions?.isServed ?? true,
      isProfiled: permissions?.isProfiled ?? false,
      refused: readRefused(permissions?.refused ?? null),
      isAccountReadable: permissions?.isAccountReadable ?? false,
      isAccountLinked: permissions?.isAccountReadable ?? false,
      ...known,
    };
    const replayed = assessMember(input, asOf, models, heldFrom(stored.relation)).kept;
    const kept = readKept(stored);
    return {
      label: labelOf(seq, asOf, original, run, kept),
      asOf,
      knownAt: seq,
      originalSeq: original?.seq ?? null,
      presentSeq,
      isLogWhole,
      replayed,
      stored: kept,
      differing: keptDifferences(replayed, kept),
    };
  }

  /** The versions that made what was stored; where nothing was, those in force at the end of the day before. */
  private async modelsOf(stored: StoredIntervals, asOf: EpochDay): Promise<ModelSet> {
    const inForce = await this.models.versionsAt(Math.min(this.clock.now(), startOfDay(asOf) - 1));
    const { score } = stored;
    const set = await this.models.setOf({
      counting: score?.countingVersion ?? stored.tie?.countingVersion ?? inForce.counting,
      afb: score?.configVersion ?? inForce.afb,
      rfe: stored.rfe?.configVersion ?? inForce.rfe,
      tie: stored.tie?.configVersion ?? inForce.tie,
      relation: stored.relation?.rulesVersion ?? inForce.relation,
    });
    const preset = score === null ? null : await this.models.afbModelOf(score);
    return preset === null ? set : { ...set, afb: { ...set.afb, model: () => preset } };
  }
}

function labelOf(
  seq: number,
  asOf: EpochDay,
  original: ScoringRun | null,
  run: ScoringRun | null,
  stored: KeptState,
): ReplayLabel {
  if (original === null) return 'NEVER_RUN';
  if (run === null) return seq > original.seq ? 'RESTATED' : 'EARLIER_KNOWLEDGE';
  const changes = Object.values(stored).flatMap((each: { nextChangeOn: number | null } | null) =>
    each?.nextChangeOn === null || each === null ? [] : [each.nextChangeOn],
  );
  // A day on which something was to change, and before whose end nobody looked.
  const isMissed = run.asOf < asOf && changes.some((day) => day <= asOf && day > epochDay(run.asOf));
  return isMissed ? 'NEVER_RUN' : 'AS_STORED';
}
