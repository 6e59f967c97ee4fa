import { Injectable, type OnModuleInit } from '@nestjs/common';
import type {
  CopyLink,
  CopyOrder,
  CopyOrders as ListedOrders,
  OrderCopy,
} from '@siyu/shared/contracts/privacy';
import { COPY_ORDERS_SHOWN } from '@siyu/shared/contracts/privacy.limits';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Files } from '../../platform/files/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { Identity, PresenceChecks } from '../../records/identity/index.ts';
import { COPY_ORDERS_JOB } from './copy-order.worker.ts';
import { CopyOrderRecord } from './copy-order.entity.ts';
import { CopyPermits } from './copy-permits.service.ts';
import { copyNotThere, copyUnderway, forbidden, notYou } from './privacy.errors.ts';

/** Where a member asks for a file of everything, sees how far it is, and fetches it. */
@Injectable()
export class CopyOrders implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly presence: PresenceChecks,
    private readonly permits: CopyPermits,
    private readonly audit: Audit,
    private readonly files: Files,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountClosed((tx, memberNos) => this.#erase(tx, memberNos));
  }

  /**
   * Asking again with the same id changes nothing.
   * @throws {AppError} privacy.not_you, privacy.copy_underway, privacy.too_many_copies
   */
  async order(caller: Principal, orderId: string, { format, code }: OrderCopy): Promise<CopyOrder> {
    const memberNo = numberOf(caller);
    const known = await this.database.read.findOneBy(CopyOrderRecord, { orderId });
    if (known !== null) return wireOf(await this.#own(memberNo, orderId));
    if (!(await this.presence.isPresent(memberNo, code))) throw notYou();
    await this.database.runInTransaction(async (tx) => {
      await this.permits.takeIn(tx, caller, memberNo, 'order');
      const numbers = await this.identity.numbersOf(memberNo, tx.manager);
      const open = { memberNo: In([...numbers]), state: In(['QUEUED', 'RUNNING']) };
      if (await tx.manager.existsBy(CopyOrderRecord, open)) throw copyUnderway();
      const requestedAt = this.clock.now();
      const counts = { entriesDone: 0, entriesTotal: 0, attempts: 0, draftBytes: 0, downloads: 0 };
      await insertRows(tx, CopyOrderRecord, [
        { orderId, memberNo, format, state: 'QUEUED', requestedAt, ...counts },
      ]);
      tx.afterCommit(() => this.jobs.wake(COPY_ORDERS_JOB));
    });
    return wireOf(await this.#own(memberNo, orderId));
  }

  async list(caller: Principal): Promise<ListedOrders> {
    const numbers = await this.identity.numbersOf(numberOf(caller));
    const orders = await this.database.read.find(CopyOrderRecord, {
      where: { memberNo: In([...numbers]) },
      order: { requestedAt: 'DESC', orderId: 'DESC' },
      take: COPY_ORDERS_SHOWN,
    });
    return { orders: orders.map(wireOf) };
  }

  /** A link for five minutes; that it was given is written down before it goes. @throws {AppError} privacy.copy_not_there */
  async link(caller: Principal, orderId: string): Promise<CopyLink> {
    const memberNo = numberOf(caller);
    const order = await this.#own(memberNo, orderId);
    const { fileId, expiresAt, format } = order;
    if (order.state !== 'DONE' || fileId === null || (expiresAt ?? 0) <= this.clock.now())
      throw copyNotThere();
    await this.database.runInTransaction(async (tx) => {
      await tx.manager.increment(CopyOrderRecord, { orderId }, 'downloads', 1);
      await this.audit.record(tx, {
        actor: caller,
        action: 'privacy.fetch_file',
        subjectKind: 'member',
        subjectId: caller.id,
        subjectNo: memberNo,
        inputs: { orderId, format },
      });
    });
    const day = formatDay(dayOfInstant(order.requestedAt));
    const fileName = `siyu-access-copy-${day}.${format.toLowerCase()}`;
    return { url: await this.files.link(fileId, fileName), fileName };
  }

  async #own(memberNo: number, orderId: string): Promise<CopyOrderRecord> {
    const order = await this.database.read.findOneBy(CopyOrderRecord, { orderId });
    const numbers = await this.identity.numbersOf(memberNo);
    if (order === null || !numbers.includes(order.memberNo)) throw copyNotThere();
    return order;
  }

  async #erase(tx: Transaction, memberNos: readonly number[]): Promise<void> {
    const memberNo = In([...memberNos]);
    for (const { fileId } of await tx.manager.findBy(CopyOrderRecord, { memberNo }))
      if (fileId !== null) await this.files.remove(tx, fileId);
    await tx.manager.delete(CopyOrderRecord, { memberNo });
  }
}

function wireOf(order: CopyOrderRecord): CopyOrder {
  const { orderId, format, state, requestedAt, bytes, expiresAt, entriesDone, entriesTotal } = order;
  const begun = entriesTotal === 0 ? 0 : Math.min(99, Math.floor((entriesDone * 100) / entriesTotal));
  return {
    orderId,
    format,
    state,
    requestedAt: new Date(requestedAt).toISOString(),
    percent: state === 'RUNNING' ? begun : state === 'QUEUED' ? 0 : 100,
    bytes,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  };
}

/** The guard lets in members only; one without number would be a fault of ours. */
function numberOf({ memberNo }: Principal): number {
  if (memberNo === null) throw forbidden();
  return memberNo;
}
