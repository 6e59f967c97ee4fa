import { Injectable } from '@nestjs/common';
import {
  COPY_FILES_PER_DAY,
  COPY_ORDERS_PER_DAY,
  COPY_READS_PER_DAY,
} from '@siyu/shared/contracts/privacy.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { tooManyCopies } from './privacy.errors.ts';
import { readRecentCopies } from './recent-copies.query.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const KINDS = {
  read: { action: 'privacy.read_copy', perDay: COPY_READS_PER_DAY },
  file: { action: 'privacy.download_copy', perDay: COPY_FILES_PER_DAY },
  order: { action: 'privacy.order_copy', perDay: COPY_ORDERS_PER_DAY },
} as const;
export type CopyKind = keyof typeof KINDS;

/** Every copy of a member's data is noted before it is made, and the notes of a day are its limit. */
@Injectable()
export class CopyPermits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly audit: Audit,
  ) {}

  /** @throws {AppError} privacy.too_many_copies */
  async take(caller: Principal, memberNo: number, kind: CopyKind): Promise<void> {
    await this.database.runInTransaction((tx) => this.takeIn(tx, caller, memberNo, kind));
  }

  /** The same as the first act of a transaction. */
  async takeIn(tx: Transaction, caller: Principal, memberNo: number, kind: CopyKind): Promise<void> {
    const { action, perDay } = KINDS[kind];
    const now = this.clock.now();
    // Many at once wait for each other here, so that none is counted past.
    await this.identity.lockMembers(tx, [memberNo]);
    const recent = await readRecentCopies(tx.manager, caller.id, action, now - DAY);
    const earliest = recent.at(-perDay);
    if (earliest !== undefined) throw tooManyCopies(Math.max(1, Math.ceil((earliest + DAY - now) / HOUR)));
    await this.audit.record(tx, {
      actor: caller,
      action,
      subjectKind: 'member',
      subjectId: caller.id,
      subjectNo: memberNo,
    });
  }
}
