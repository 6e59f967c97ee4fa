import { Injectable } from '@nestjs/common';
import type {
  PlatformSendQuery,
  PlatformSendRow,
  PlatformSendRows,
  ResolveSend,
} from '@siyu/shared/contracts/platform-sends';
import { SEND_CHANNELS, type SendState } from '@siyu/shared/contracts/platform-sends.limits';
import { MoreThanOrEqual } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { AppError, decodeCursor, encodeCursor, type Principal } from '../../../platform/http/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { Audit } from '../../audit/index.ts';
import { StaffDirectory } from '../../organisation/index.ts';
import { PlatformSend } from './platform-send.entity.ts';
import { PlatformSends, SENDS_JOB } from './platform-sends.ts';
import { SendRecords } from './send-records.ts';

const DAY = 86_400_000;
const Position = z.tuple([z.int(), z.string()]);
const Channel = z.enum(SEND_CHANNELS);

/** The messages to the platforms as staff see them; only what became of an unknown one is theirs to say. */
@Injectable()
export class SendsDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sends: PlatformSends,
    private readonly records: SendRecords,
    private readonly staff: StaffDirectory,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  async list({
    limit,
    cursor,
    state,
    channel,
  }: z.output<typeof PlatformSendQuery>): Promise<PlatformSendRows> {
    const matching = this.database.read
      .createQueryBuilder(PlatformSend, 'send')
      .where({ ...(state !== undefined && { state }), ...(channel !== undefined && { channel }) });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere('(send.plannedAt < :at OR (send.plannedAt = :at AND send.sendId < :id))', {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('send.plannedAt', 'DESC')
      .addOrderBy('send.sendId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.plannedAt, last.sendId]),
      open: {
        planned: await this.#count('PLANNED'),
        sending: await this.#count('SENDING'),
        unknown: await this.#count('UNKNOWN'),
      },
      day: {
        sent: await this.#countOfDay('SENT'),
        failed: await this.#countOfDay('FAILED'),
        withheld: await this.#countOfDay('WITHHELD'),
      },
    };
  }

  /** @throws {AppError} sends.not_found */
  async get(sendId: string): Promise<PlatformSendRow> {
    const found = await this.database.read.findOneBy(PlatformSend, { sendId });
    const [row] = found === null ? [] : await this.#rowsOf([found]);
    if (row === undefined) throw notFound();
    return row;
  }

  /** @throws {AppError} sends.not_found, sends.settled */
  async resolve(actor: Principal, sendId: string, { state, reason }: ResolveSend): Promise<PlatformSendRow> {
    await this.database.runInTransaction(async (tx) => {
      const row = await tx.manager.findOneBy(PlatformSend, { sendId });
      if (row === null) throw notFound();
      // The same person asks again after an answer that got lost.
      if (row.resolverId === actor.id && row.state === state && row.reason === reason) return;
      const errorCode = state === 'SENT' ? null : 'sends.found_not_received';
      const outcome = { state, by: 'PERSON', errorCode, platformId: null } as const;
      const rest = { resolver: { id: actor.id, reason } };
      const isResolved = await this.records.settle(
        tx,
        this.sends.channel(row.channel),
        row,
        'UNKNOWN',
        outcome,
        rest,
      );
      if (!isResolved) throw new AppError('sends.settled', 409);
      await this.audit.record(tx, {
        actor,
        action: 'sends.resolve',
        subjectKind: 'platform_send',
        subjectId: sendId,
        ...(row.memberNo !== null && { subjectNo: row.memberNo }),
        inputs: { channel: row.channel, businessKey: row.businessKey, state },
      });
      // It counts what is open.
      tx.afterCommit(() => this.jobs.wake(SENDS_JOB));
    });
    return this.get(sendId);
  }

  #count(state: SendState): Promise<number> {
    return this.database.read.countBy(PlatformSend, { state });
  }

  #countOfDay(state: SendState): Promise<number> {
    const since = this.clock.now() - DAY;
    return this.database.read.countBy(PlatformSend, { state, plannedAt: MoreThanOrEqual(since) });
  }

  async #rowsOf(rows: readonly PlatformSend[]): Promise<PlatformSendRow[]> {
    const resolvers = rows.flatMap(({ resolverId }) => (resolverId === null ? [] : [resolverId]));
    const names = await this.staff.listStaffByIds(resolvers);
    return rows.map((row) => ({
      sendId: row.sendId,
      channel: Channel.parse(row.channel),
      businessKey: row.businessKey,
      state: row.state,
      plannedAt: iso(row.plannedAt),
      nextAt: row.state === 'PLANNED' ? iso(row.nextAt) : null,
      attempts: row.attempts,
      sendingAt: row.sendingAt === null ? null : iso(row.sendingAt),
      settledAt: row.settledAt === null ? null : iso(row.settledAt),
      settledBy: row.settledBy,
      errorCode: row.errorCode,
      rid: row.rid,
      platformId: row.platformId,
      resolverName: row.resolverId === null ? null : (names.get(row.resolverId)?.name ?? null),
      reason: row.reason,
    }));
  }
}

const iso = (at: number): string => new Date(at).toISOString();
const notFound = () => new AppError('sends.not_found', 404);
