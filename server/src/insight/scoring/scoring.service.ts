import { Injectable } from '@nestjs/common';
import type { RelationPath } from '@siyu/shared/contracts/scoring';
import { relationOn } from '@siyu/shared/rfm';
import { addDays, dayOfInstant, earlierDay, epochDay, formatDay, type EpochDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { assessMember } from './assess-member.ts';
import { FactsSink } from './facts-sink.ts';
import { heldStageOf } from './held-stage.ts';
import { memberFactsOf } from './member-facts.ts';
import { ScoreStore } from './score-store.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { ScoringModels } from './scoring-models.ts';
import type { ScoringCause } from './scoring-run.entity.ts';
import { consentRequired } from './scoring.errors.ts';

@Injectable()
export class Scoring {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly models: ScoringModels,
    private readonly facts: ScoringFacts,
    private readonly store: ScoreStore,
    private readonly sink: FactsSink,
  ) {}

  /**
   * Scores the members with every fact committed so far. Their clocks are locked first, so that no fact can
   * come between the seq that is noted and the facts that are read.
   * @param within what else belongs to the transaction, such as the job's lease: a process that has lost it
   *   writes nothing
   */
  async scoreMembers(
    memberNos: readonly number[],
    cause: ScoringCause,
    within?: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, memberNos);
      await within?.(tx);
      // Whoever closed the account since they were found due: nothing is made of them any more.
      const closed = await this.identity.closedAmong(memberNos, tx.manager);
      const open = memberNos.filter((memberNo) => !closed.has(memberNo));
      const today = this.liveAsOf();
      const stored = await this.store.stored(tx, open);
      const models = await this.models.setAt(this.clock.now());
      const inputs = await this.facts.load(open, models.counting.model);
      const assessments = inputs.map((input) => {
        // A server clock that was set back must not make members look younger than they were.
        const asOf = epochDay(Math.max(today, stored.heads.get(input.memberNo)?.asOf ?? today));
        const held = heldStageOf(stored.relation.get(input.memberNo), models.relation.configVersion);
        return assessMember(input, asOf, models, held);
      });
      const taken = await this.store.write(tx, stored, assessments, cause);
      const facts = taken.map(memberFactsOf);
      const changes = await this.sink.replaceFacts(
        tx,
        facts.filter((each) => each !== null),
      );
      await this.sink.removeFacts(
        tx,
        taken.flatMap(({ input: { memberNo, seq }, asOf }, at) =>
          facts[at] === null ? [{ memberNo, seq, asOf }] : [],
        ),
      );
      const seqs = await this.identity.seqOf([...closed], tx.manager);
      await this.identity.completeDue(tx, [
        ...taken.map(({ input, nextChangeOn }) => ({
          memberNo: input.memberNo,
          seq: input.seq,
          dueOn: earlierDay(nextChangeOn, changes.get(input.memberNo) ?? null),
        })),
        ...[...seqs].map(([memberNo, seq]) => ({ memberNo, seq, dueOn: null })),
      ]);
    });
  }

  /** The member's own way from first contact to trust: no money, group or strength is in it. */
  async getRelationPath(memberNo: number): Promise<RelationPath> {
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    const { counting, relation } = await this.models.setAt(this.clock.now());
    const [[input], interval] = await Promise.all([
      this.facts.load([memberNo], counting.model),
      this.store.openRelation(memberNo),
    ]);
    const isRefused = input?.refused.has('STAGE') === true;
    if (input === undefined || isRefused) {
      const lessonsCompleted = input?.lessonsCompleted ?? 0;
      return { stage: 'STRANGER', reachedOn: null, next: null, lessonsCompleted, isRefused };
    }
    const held = heldStageOf(interval ?? undefined, relation.configVersion);
    const { stage, reached, next } = relationOn(input.relation, this.liveAsOf(), held, relation.model);
    const reachedOn = reached.at(-1)?.reachedOn ?? input.registeredOn;
    return {
      stage,
      reachedOn: formatDay(reachedOn),
      next: next && { stage: next.stage, steps: next.steps.map((step) => ({ ...step })) },
      lessonsCompleted: input.lessonsCompleted,
      isRefused,
    };
  }

  /** Today counts: live scoring looks from tomorrow's 00:00 in Shanghai. */
  liveAsOf(): EpochDay {
    return addDays(dayOfInstant(this.clock.now()), 1);
  }
}
