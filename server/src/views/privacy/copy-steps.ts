import { Injectable } from '@nestjs/common';
import { COPY_ORDER_KEPT_DAYS, type CopyOrderState } from '@siyu/shared/contracts/privacy.limits';
import { In } from 'typeorm';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { FileDrafts, Files } from '../../platform/files/index.ts';
import type { Lease } from '../../platform/jobs/index.ts';
import { CopyContents } from './copy-contents.service.ts';
import { COPY_TEXTS } from './copy-file-text.ts';
import { CopyOrderRecord } from './copy-order.entity.ts';

const ENTRIES_PER_STEP = 1_000;
const DAY_MS = 86_400_000;
const KEPT = {
  purpose: 'ACCESS_COPY',
  grade: 'L3',
  maxBytes: 256 * 1_048_576,
  types: ['text/plain', 'application/json'],
} as const;
const UNDERWAY: readonly CopyOrderState[] = ['QUEUED', 'RUNNING'];
const Position = z.tuple([z.number(), z.string()]);

/** The member has closed the account meanwhile: nothing of the step counts. */
class OrderGone extends Error {}

/** Moves one file on by one piece, in a transaction that also notes how far its draft counts. */
@Injectable()
export class CopySteps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly contents: CopyContents,
    private readonly files: Files,
    private readonly drafts: FileDrafts,
    private readonly audit: Audit,
  ) {}

  async step(order: CopyOrderRecord, lease: Lease): Promise<void> {
    try {
      // A draft of another owner of the lease may still be written to by it: this one begins anew.
      const isBegun = order.state === 'RUNNING' && order.draftFence === lease.fence;
      await (isBegun ? this.#goOn(order, lease) : this.#begin(order, lease));
    } catch (error) {
      if (!(error instanceof OrderGone)) throw error;
      await this.drafts.drop(order.orderId);
    }
  }

  async noteFailure(order: CopyOrderRecord, attempts: number, isLast: boolean, lease: Lease): Promise<void> {
    const end = { state: 'FAILED', finishedAt: this.clock.now() } as const;
    await this.#change(order, { attempts, ...(isLast && end) }, lease);
    if (isLast) await this.drafts.drop(order.orderId);
  }

  /** Deletes a file whose days are over. */
  async expire({ orderId, fileId }: CopyOrderRecord, lease: Lease): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager.update(
        CopyOrderRecord,
        { orderId, state: 'DONE' },
        { state: 'EXPIRED', fileId: null },
      );
      if (affected === 1 && fileId !== null) await this.files.remove(tx, fileId);
      await lease.assertHeld(tx);
    });
  }

  async #begin(order: CopyOrderRecord, lease: Lease): Promise<void> {
    const { head, entries } = await this.contents.head(order.memberNo, order.orderId);
    const draft = draftOf(order, lease);
    const draftBytes = await this.drafts.append(draft, 0, COPY_TEXTS[order.format].begin(head));
    const begun = {
      draftFence: lease.fence,
      draftBytes,
      entriesDone: 0,
      entriesTotal: entries,
      position: null,
    };
    await this.#change(order, { state: 'RUNNING', attempts: 0, ...begun }, lease);
  }

  async #goOn(order: CopyOrderRecord, lease: Lease): Promise<void> {
    const text = COPY_TEXTS[order.format];
    const after = order.position === null ? null : Position.parse(JSON.parse(order.position));
    const { entries, next } = await this.contents.page(order.memberNo, after, ENTRIES_PER_STEP);
    const entriesDone = order.entriesDone + entries.length;
    const piece = text.entries(entries, order.entriesDone) + (next === null ? text.end(entriesDone) : '');
    const draft = draftOf(order, lease);
    const draftBytes = await this.drafts.append(draft, order.draftBytes, piece);
    if (next !== null) {
      const position = JSON.stringify(next);
      return this.#change(order, { draftBytes, entriesDone, position, attempts: 0 }, lease);
    }
    const received = await this.files.receive(this.drafts.open(draft), KEPT);
    const finishedAt = this.clock.now();
    const expiresAt = finishedAt + COPY_ORDER_KEPT_DAYS * DAY_MS;
    await this.#change(order, { state: 'DONE', entriesDone, finishedAt, expiresAt }, lease, async (tx) => {
      const { fileId, bytes } = await this.files.keep(tx, received, KEPT);
      await tx.manager.update(CopyOrderRecord, { orderId: order.orderId }, { fileId, bytes });
      await this.audit.record(tx, {
        actor: 'system',
        action: 'privacy.make_file',
        subjectKind: 'copy_order',
        subjectId: order.orderId,
        subjectNo: order.memberNo,
        inputs: { format: order.format, entries: entriesDone, sha256: received.sha256 },
      });
    });
    await this.drafts.drop(order.orderId);
  }

  async #change(
    { orderId }: CopyOrderRecord,
    values: Partial<CopyOrderRecord>,
    lease: Lease,
    also?: (tx: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager.update(
        CopyOrderRecord,
        { orderId, state: In([...UNDERWAY]) },
        values,
      );
      if (affected === 0) throw new OrderGone();
      await also?.(tx);
      await lease.assertHeld(tx);
    });
  }
}

const draftOf = ({ orderId }: CopyOrderRecord, { fence }: Lease): string => `${orderId}-${fence}`;
