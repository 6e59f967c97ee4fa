import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PutOnBrake } from '@siyu/shared/contracts/brakes';
import { BRAKE_SUBJECT } from '@siyu/shared/contracts/brakes.limits';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Audit } from '../audit/index.ts';
import { type DecidedReview, Reviews } from '../reviews/index.ts';
import { Brake } from './brake.entity.ts';
import { BrakeList } from './brake-list.service.ts';
import { BrakeTargets } from './brake-targets.service.ts';
import { alreadyOn, alreadyReleased, notYours } from './brakes.errors.ts';
import { Brakes } from './brakes.service.ts';
import { releaseSha256 } from './release-sha256.ts';

/** Of a brake that was never asked about again. */
const NOT_ASKED = { askedReason: null, askedById: null, askedAt: null } as const;

/** Puts brakes on, which one person may, and lets them go again, which takes two. */
@Injectable()
export class BrakeDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly targets: BrakeTargets,
    private readonly list: BrakeList,
    private readonly brakes: Brakes,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(BRAKE_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * In force once this has returned.
   * @returns the id of the brake; pressed again after an answer that got lost, of the same one
   * @throws {AppError} brakes.not_yours, brakes.target_unknown, brakes.target_missing, brakes.already_on
   */
  async putOn(caller: Principal, wanted: PutOnBrake): Promise<string> {
    const { kind, reason } = wanted;
    const { target, targetName, branchPath } = await this.targets.resolve(caller, wanted);
    const openKey = `${kind}:${target}`;
    return this.database.runInTransaction(async (tx) => {
      const brakeId = this.randomness.uuid();
      const row = {
        brakeId,
        kind,
        target,
        targetName,
        branchPath,
        state: 'ON' as const,
        openKey,
        reason,
        putOnById: caller.id,
        putOnAt: this.clock.now(),
        askedTimes: 0,
        ...NOT_ASKED,
        releasedById: null,
        releasedAt: null,
      };
      const insert = tx.manager.createQueryBuilder().insert().into(Brake).values(row);
      await insert.orIgnore().updateEntity(false).execute();
      // UNIQUE (open_key) decides between two who press at once; whose row is there tells who was first.
      const kept = await tx.manager.findOneByOrFail(Brake, { openKey });
      if (kept.brakeId !== brakeId) {
        if (kept.putOnById === caller.id && kept.reason === reason) return kept.brakeId;
        throw alreadyOn();
      }
      await this.#note(tx, caller, 'brakes.put_on', row, { reason });
      await this.brakes.changed(tx, { brakeId, isOn: true });
      return brakeId;
    });
  }

  /**
   * Takes the place of what somebody else asked for: whoever is alone in compliance could not decide on the own request,
   * and nobody else could ask.
   * @throws {AppError} brakes.not_found, brakes.not_yours, brakes.already_released, reviews.already_open
   */
  async askRelease(caller: Principal, brakeId: string, askedReason: string): Promise<void> {
    const found = await this.list.find(caller.scope, brakeId);
    if (!this.targets.mayAsk(caller, found.kind, found.branchPath)) throw notYours();
    await this.database.runInTransaction(async (tx) => {
      const asked = { askedReason, askedById: caller.id, askedAt: this.clock.now() };
      const update = tx.manager.createQueryBuilder().update(Brake);
      const { affected } = await update
        .set({ ...asked, askedTimes: () => 'asked_times + 1' })
        .where({ brakeId, state: 'ON' })
        .execute();
      if (affected !== 1) throw alreadyReleased();
      const brake = await tx.manager.findOneByOrFail(Brake, { brakeId });
      if (found.askedById !== caller.id) await this.reviews.supersede(tx, BRAKE_SUBJECT, brakeId, caller);
      await this.reviews.request(tx, {
        subjectKind: BRAKE_SUBJECT,
        subjectId: brakeId,
        subjectTitle: brake.targetName,
        version: brake.askedTimes,
        sha256: releaseSha256(brake),
        requester: caller,
      });
      await this.#note(tx, caller, 'brakes.ask_release', brake, { reason: askedReason });
    });
  }

  /** In the transaction of the decision, which is not the asker's. */
  async #decide(tx: Transaction, { subjectId: brakeId, isApproved, decider }: DecidedReview): Promise<void> {
    const brake = await tx.manager.findOneByOrFail(Brake, { brakeId });
    if (!isApproved) {
      await tx.manager.update(Brake, { brakeId }, NOT_ASKED);
      await this.#note(tx, decider, 'brakes.keep_on', brake, {});
      return;
    }
    const released = { releasedById: decider.id, releasedAt: this.clock.now() };
    const { affected } = await tx.manager.update(
      Brake,
      { brakeId, state: 'ON' },
      { state: 'RELEASED', openKey: null, ...released },
    );
    if (affected !== 1) throw alreadyReleased();
    await this.#note(tx, decider, 'brakes.release', brake, { askedById: brake.askedById });
    await this.brakes.changed(tx, { brakeId, isOn: false });
  }

  #note(
    tx: Transaction,
    actor: Principal,
    action: string,
    { brakeId, kind, target }: Pick<Brake, 'brakeId' | 'kind' | 'target'>,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'brake',
      subjectId: brakeId,
      inputs: { kind, target, ...inputs },
    });
  }
}
