import { Injectable } from '@nestjs/common';
import { LIVE_SUBJECT, type LiveAct, nextLiveState } from '@siyu/shared/contracts/live.limits';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { actRefused, liveNotFound } from './live.errors.ts';
import { stateOf } from './live-plan.ts';
import { Live, LiveStep } from './live.entity.ts';

export interface TakenStep {
  readonly act: LiveAct;
  readonly reason?: string | null;
  /** What changes beside the state. */
  readonly change?: Partial<Live>;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** The one way in which a live changes its state: along the table, one act after the other, each kept and audited. */
@Injectable()
export class LiveSteps {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The write comes first: whoever acts on it at the same time waits. @throws {AppError} live.not_found */
  async lock({ manager }: Transaction, liveId: string): Promise<Live> {
    await manager.update(Live, { liveId }, { updatedAt: this.clock.now() });
    const live = await manager.findOneBy(Live, { liveId });
    if (live === null) throw liveNotFound();
    return live;
  }

  /** @param live as locked in this transaction. @throws {AppError} live.act_refused */
  async take(tx: Transaction, live: Live, actor: Principal, step: TakenStep): Promise<void> {
    const { act, reason = null, change = {}, inputs = {} } = step;
    const state = nextLiveState(act, stateOf(live));
    if (state === null) throw actRefused();
    const { liveId } = live;
    const stepNo = live.stepNo + 1;
    await tx.manager
      .createQueryBuilder()
      .update(Live)
      .set({ ...change, state, stepNo })
      .where({ liveId })
      .execute();
    await this.#note(tx, live, actor, { act, state, stepNo, reason, inputs });
  }

  async #note(
    tx: Transaction,
    { liveId }: Pick<Live, 'liveId'>,
    actor: Principal,
    step: Pick<LiveStep, 'act' | 'state' | 'stepNo' | 'reason'> & {
      inputs: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { act, state, stepNo, reason, inputs } = step;
    await insertRows(tx, LiveStep, [
      { liveId, stepNo, act, state, actorId: actor.id, reason, at: this.clock.now() },
    ]);
    await this.audit.record(tx, {
      actor,
      action: `live.${act.toLowerCase()}`,
      subjectKind: LIVE_SUBJECT,
      subjectId: liveId,
      inputs: { stepNo, ...(reason !== null && { reason }), ...inputs },
    });
  }

  /** @throws {AppError} live.not_found */
  async get(manager: EntityManager, liveId: string): Promise<Live> {
    const live = await manager.findOneBy(Live, { liveId });
    if (live === null) throw liveNotFound();
    return live;
  }
}
