import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { LivePlan } from '@siyu/shared/contracts/live-desk';
import type { LiveAct, LiveState } from '@siyu/shared/contracts/live.limits';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { Files } from '../../platform/files/index.ts';
import { LiveAttendance, LiveChatEntry, LiveReservation, LiveViewing } from './live-audience.entity.ts';
import { columnsOf, filedSha256Of } from './live-plan.ts';
import { LiveRules } from './live-rules.ts';
import { HandedInPlan, Live, LiveFileEntry, LiveFiling, LiveStep } from './live.entity.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY_MS = 24 * HOUR;
/** Enough of one to be known as one. */
const EVIDENCE = '%PDF-1.4\n% filing of a live of the demo firm\n';

/** A live as it went, or is to go, for a firm that is loaded with its past. */
export interface PastLive {
  readonly plan: LivePlan;
  readonly filingNo: string;
  readonly authorId: string;
  readonly approverId: string;
  readonly signed: { readonly name: string; readonly registrationNo: string };
  readonly memberNos: readonly number[];
  readonly said: readonly string[];
}

/** Writes lives with their past, as the acts of people would have left them. */
@Injectable()
export class LiveHistories {
  constructor(
    private readonly randomness: Randomness,
    private readonly files: Files,
    private readonly rules: LiveRules,
  ) {}

  /** Filed, approved and announced: members reserve it. */
  async announced(tx: Transaction, told: PastLive, now: number): Promise<void> {
    const liveId = await this.#prepare(tx, told, { state: 'ANNOUNCED', announcedAt: now - DAY_MS });
    await this.#reservations(tx, liveId, told, now);
  }

  /** Over since its planned end, with who watched and what was said; its archive is owed. */
  async ended(tx: Transaction, told: PastLive): Promise<void> {
    const { plan, signed, memberNos, said } = told;
    const [startedAt, endedAt] = [Date.parse(plan.startsAt), Date.parse(plan.endsAt)];
    const liveId = await this.#prepare(tx, told, {
      state: 'ENDED',
      announcedAt: startedAt - 3 * DAY_MS,
      startedAt,
      startedById: plan.hostId,
      endedAt,
      endedById: plan.hostId,
      signedName: signed.name,
      signedNo: signed.registrationNo,
      archiveDueOn: await this.rules.archiveDay(endedAt),
      attendance: 'DONE',
      chatSeq: said.length,
    });
    await this.#reservations(tx, liveId, told, startedAt);
    const watched = memberNos.map((memberNo, at) => {
      const fromAt = startedAt + at * MINUTE;
      return {
        liveId,
        memberNo,
        visitNo: 1,
        fromAt,
        untilAt: Math.min(endedAt, fromAt + (12 + at * 3) * MINUTE),
      };
    });
    await insertRows(tx, LiveViewing, watched);
    const counted = watched.map(({ memberNo, fromAt, untilAt }) => ({
      liveId,
      memberNo,
      minutes: Math.floor((untilAt - fromAt) / MINUTE),
      countedAt: endedAt,
    }));
    await insertRows(tx, LiveAttendance, counted);
    const chats = said.map((text, at) => ({
      chatId: this.randomness.uuid(),
      liveId,
      memberNo: memberNos[at % memberNos.length],
      text,
      state: 'SHOWN',
      seq: at + 1,
      doubts: [],
      sentAt: startedAt + (at + 4) * MINUTE,
    }));
    await insertRows(tx, LiveChatEntry, chats);
  }

  async #reservations(
    tx: Transaction,
    liveId: string,
    { memberNos }: PastLive,
    before: number,
  ): Promise<void> {
    const reserved = memberNos.map((memberNo, at) => ({
      liveId,
      memberNo,
      reservedAt: before - (at + 1) * HOUR,
    }));
    await insertRows(tx, LiveReservation, reserved);
  }

  async #prepare(
    tx: Transaction,
    told: PastLive,
    change: Partial<Live> & { state: LiveState },
  ): Promise<string> {
    const { plan, filingNo, authorId, approverId, memberNos } = told;
    const columns = columnsOf(plan);
    const liveId = this.randomness.uuid();
    const reviewId = this.randomness.uuid();
    const begun = Date.parse(plan.startsAt) - 14 * DAY_MS;
    const acts: readonly (readonly [LiveAct, LiveState, string, number])[] = [
      ['SUBMIT', 'IN_REVIEW', authorId, begun],
      ['APPROVE', 'APPROVED', approverId, begun + 5 * HOUR],
      ['FILE', 'APPROVED', authorId, begun + 6 * HOUR],
      ['ANNOUNCE', 'ANNOUNCED', authorId, change.announcedAt ?? begun],
      ...(change.startedAt === undefined || change.startedAt === null
        ? []
        : ([
            ['START', 'ON_AIR', plan.hostId, change.startedAt],
            ['END', 'ENDED', plan.hostId, change.endedAt ?? change.startedAt],
          ] as const)),
    ];
    const rest = { reservations: memberNos.length, stepNo: acts.length, updatedAt: begun, reviewId };
    const row = { attendance: 'NONE', attendanceAfterNo: 0, chatSeq: 0, version: 1, ...rest, ...change };
    await insertRows(tx, Live, [{ ...columns, ...row, liveId, authorId, editorIds: [authorId] }]);
    const handedIn = { liveId, version: 1, sha256: columns.planSha256, reviewId, handedInAt: begun };
    await insertRows(tx, HandedInPlan, [{ ...handedIn, plan: JSON.stringify(plan) }]);
    const steps = acts.map(([act, state, actorId, at], before) => {
      return { liveId, stepNo: before + 1, act, state, actorId, at };
    });
    await insertRows(tx, LiveStep, steps);
    await this.#file(tx, { liveId, filingNo, enteredById: authorId, enteredAt: begun }, columns);
    return liveId;
  }

  async #file(
    tx: Transaction,
    filing: Pick<LiveFiling, 'liveId' | 'filingNo' | 'enteredById' | 'enteredAt'>,
    columns: ReturnType<typeof columnsOf>,
  ): Promise<void> {
    const options = { purpose: 'LIVE', grade: 'L2', maxBytes: 1_000, types: ['application/pdf'] } as const;
    const bytes = Readable.from([Buffer.from(`${EVIDENCE}${filing.filingNo}\n`)]);
    const { fileId, sha256, bytes: size, type } = await this.files.store(tx, bytes, options);
    const { liveId, enteredById: uploadedById, enteredAt: uploadedAt } = filing;
    const file = { fileId, liveId, kind: 'FILING', sha256, bytes: size, type, uploadedById, uploadedAt };
    await insertRows(tx, LiveFileEntry, [file]);
    const filedSha256 = filedSha256Of(columns);
    const row = {
      ...filing,
      filedOn: addDays(dayOfInstant(filing.enteredAt), -1),
      filedWith: '证监局',
      fileId,
      state: 'CONFIRMED',
      filedSha256,
      sha256: sha256OfJson({ filingNo: filing.filingNo, evidence: sha256, filedSha256 }),
      times: 1,
      reviewId: this.randomness.uuid(),
    };
    await insertRows(tx, LiveFiling, [row]);
  }
}
