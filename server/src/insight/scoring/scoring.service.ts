import { Injectable } from '@nestjs/common';
import type { RelationPath } from '@siyu/shared/contracts/scoring';
import { relationStage } from '@siyu/shared/rfm';
import { addDays, dayOfInstant, epochDay, formatDay, type EpochDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Lease } from '../../platform/jobs/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { assessMember } from './assess-member.ts';
import { FactsSink, type MemberFacts } from './facts-sink.ts';
import { ScoreStore, stageOf, type TakenAssessment } from './score-store.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { consentRequired } from './scoring.errors.ts';

@Injectable()
export class Scoring {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly facts: ScoringFacts,
    private readonly store: ScoreStore,
    private readonly sink: FactsSink,
  ) {}

  /**
   * Scores the members with every fact committed so far. Their clocks are locked first, so that no fact can
   * come between the seq that is noted and the facts that are read.
   * @param lease of the job that asks: a process that has lost it writes nothing.
   */
  async scoreMembers(memberNos: readonly number[], lease?: Lease): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, memberNos);
      await lease?.assertHeld(tx);
      const today = this.liveAsOf();
      const [inputs, held, scoredAsOf] = [
        await this.facts.load(memberNos, today),
        await this.store.heldRelations(memberNos, tx.manager),
        await this.store.scoredAsOf(memberNos, tx.manager),
      ];
      const assessments = inputs.map((input) => {
        const relation = held.get(input.memberNo);
        // A server clock that was set back must not make members look younger than they were.
        const asOf = epochDay(Math.max(today, scoredAsOf.get(input.memberNo) ?? today));
        return assessMember(input, asOf, relation && stageOf(relation));
      });
      const taken = await this.store.write(tx, assessments);
      await this.sink.replaceFacts(tx, taken.map(memberFacts));
      for (const { assessment } of taken) {
        const { memberNo, seq } = assessment.input;
        await this.identity.completeDue(tx, memberNo, seq, assessment.nextChangeOn);
      }
    });
  }

  /** The member's own way from first contact to trust: no money, group or strength is in it. */
  async getRelationPath(memberNo: number): Promise<RelationPath> {
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    const asOf = this.liveAsOf();
    const [input] = await this.facts.load([memberNo], asOf);
    const held = (await this.store.heldRelations([memberNo])).get(memberNo);
    if (input === undefined) return { stage: 'STRANGER', reachedOn: null, next: null, lessonsCompleted: 0 };
    const { stage, next } = relationStage(input.relation, held && stageOf(held));
    const reachedOn = held?.stage === stage ? epochDay(held.reachedOn) : null;
    return {
      stage,
      reachedOn: reachedOn === null ? null : formatDay(reachedOn),
      next: next && { stage: next.stage, steps: next.steps.map((step) => ({ ...step })) },
      lessonsCompleted: input.lessonsCompleted,
    };
  }

  /** Today counts: live scoring looks from tomorrow's 00:00 in Shanghai. */
  private liveAsOf(): EpochDay {
    return addDays(dayOfInstant(this.clock.now()), 1);
  }
}

function memberFacts({ assessment, stageReachedOn }: TakenAssessment): MemberFacts {
  const { input, asOf, stage, score, nextChangeOn } = assessment;
  const { memberNo, seq, isAccountLinked, isProfiled, lessonsCompleted, lastActiveAt } = input;
  return {
    memberNo,
    seq,
    asOf,
    nextChangeOn,
    stage,
    stageReachedOn,
    isAccountLinked,
    isProfiled,
    lessonsCompleted,
    lastActiveAt,
    score,
  };
}
