import { Injectable } from '@nestjs/common';
import {
  LIVE_EARLY_MS,
  LIVE_REASONED,
  LIVE_SUBJECT,
  type LiveMove,
  ROLES_OF_LIVE_ACT,
} from '@siyu/shared/contracts/live.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { Brakes } from '../../foundation/brakes/index.ts';
import { Reviews } from '../../foundation/reviews/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { requireBasis } from '../content/index.ts';
import {
  changedSinceReview,
  livePaused,
  noPlayer,
  notTheTime,
  notYours,
  reasonMissing,
} from './live.errors.ts';
import { LiveFilings } from './live-filing.ts';
import { LiveHosts } from './live-hosts.ts';
import { columnsOf, planOf } from './live-plan.ts';
import { LivePlanning } from './live-planning.service.ts';
import { LiveRules } from './live-rules.ts';
import { LiveSteps } from './live-steps.ts';
import { LiveStreams } from './live-streams.ts';
import { LiveWording } from './live-wording.ts';
import { HandedInPlan, type Live, LiveStep } from './live.entity.ts';

type Air = Exclude<LiveMove, 'SUBMIT'>;

/** From the approved plan onto the air and off it again; who may do what stands in the table of acts. */
@Injectable()
export class LiveAir {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly brakes: Brakes,
    private readonly reviews: Reviews,
    private readonly planning: LivePlanning,
    private readonly filings: LiveFilings,
    private readonly hosts: LiveHosts,
    private readonly rules: LiveRules,
    private readonly steps: LiveSteps,
    private readonly streams: LiveStreams,
    private readonly wording: LiveWording,
  ) {}

  /**
   * Of two who do the same at once one does it; the other is told that it has gone on. Sent again by whoever did it,
   * with the same reason, it changes nothing.
   * @throws {AppError} live.not_found, live.not_yours, live.act_refused, live.reason_missing, and what each act refuses
   */
  async move(actor: Principal, liveId: string, act: LiveMove, given?: string): Promise<void> {
    const { hostId } = await this.steps.get(this.database.read, liveId);
    requireActor(actor, hostId, act);
    if (act === 'SUBMIT') return this.planning.submit(actor, liveId);
    const reason = LIVE_REASONED.includes(act) ? (given ?? null) : null;
    if (LIVE_REASONED.includes(act)) {
      if (reason === null) throw reasonMissing();
      // Members read it.
      const subject = { subjectKind: LIVE_SUBJECT, subjectId: liveId };
      await this.wording.noteRefusal(actor, subject, () => this.wording.requireSayable(reason));
    }
    await this.database.runInTransaction(async (tx) => {
      const live = await this.steps.lock(tx, liveId);
      if (await this.#isRepeat(tx, live, actor, act, reason)) return;
      const change = await this.#changeOf(tx, live, actor, act, reason);
      await this.steps.take(tx, live, actor, { act, reason, change });
    });
  }

  async #changeOf(
    tx: Transaction,
    live: Live,
    actor: Principal,
    act: Air,
    notice: string | null,
  ): Promise<Partial<Live>> {
    const now = this.clock.now();
    switch (act) {
      case 'ANNOUNCE':
        if (live.state === 'APPROVED') await this.#requireReady(tx, live);
        return { announcedAt: now, notice: null };
      case 'CANCEL':
        await this.reviews.supersede(tx, LIVE_SUBJECT, live.liveId, actor);
        return { notice };
      case 'START':
        if (live.state !== 'ANNOUNCED') return {};
        return { startedAt: now, startedById: actor.id, ...(await this.#requireAir(tx, live)) };
      case 'MUTE':
        return { mutedAt: now, notice };
      case 'UNMUTE':
        return { mutedAt: null, notice: null };
      case 'STOP':
        return { notice, ...(await this.#over(live, actor, now)) };
      case 'END':
        return { notice: null, ...(await this.#over(live, actor, now)) };
    }
  }

  async #over({ platform }: Live, actor: Principal, now: number): Promise<Partial<Live>> {
    const archiveDueOn = await this.rules.archiveDay(now);
    const attendance = platform === 'own' ? 'DUE' : 'DONE';
    return { endedAt: now, endedById: actor.id, archiveDueOn, attendance };
  }

  /** Only the very plan that was approved, filed as it is, and with somebody to speak (REQ-PUB-1, -2, REQ-ADV-1). */
  async #requireReady(tx: Transaction, live: Live): Promise<{ name: string; registrationNo: string }> {
    const { liveId, version } = live;
    const plan = planOf(live);
    const approved = await tx.manager.findOneBy(HandedInPlan, { liveId, version });
    if (approved?.sha256 !== columnsOf(plan).planSha256) throw changedSinceReview();
    // What was approved before it was asked says nothing of its basis.
    requireBasis(plan, dayOfInstant(this.clock.now()));
    await this.filings.require(tx.manager, live);
    if (live.platform === 'own' && this.streams.addressOf(liveId) === null) throw noPlayer();
    if (this.clock.now() > live.endsAt) throw notTheTime();
    return this.hosts.require(live.hostId, tx.manager);
  }

  async #requireAir(tx: Transaction, live: Live): Promise<Pick<Live, 'signedName' | 'signedNo'>> {
    const { name, registrationNo } = await this.#requireReady(tx, live);
    if (this.clock.now() < live.startsAt - LIVE_EARLY_MS) throw notTheTime();
    const question = { channel: 'APP', contentId: live.liveId, staffIds: [live.hostId] } as const;
    if ((await this.brakes.findHold(question, tx.manager)) !== null) throw livePaused();
    return { signedName: name, signedNo: registrationNo };
  }

  async #isRepeat(tx: Transaction, live: Live, actor: Principal, act: Air, reason: string | null) {
    const { liveId, stepNo } = live;
    const last = await tx.manager.findOneBy(LiveStep, { liveId, stepNo });
    return last?.act === act && last.actorId === actor.id && last.reason === reason;
  }
}

/** @throws {AppError} live.not_yours */
export function requireActor(
  { id, roles }: Principal,
  hostId: string,
  act: LiveMove | 'FILE' | 'ARCHIVE',
): void {
  const may = ROLES_OF_LIVE_ACT[act].some(
    (role) => roles.includes(role) && (role !== 'adviser' || hostId === id),
  );
  if (!may) throw notYours();
}
