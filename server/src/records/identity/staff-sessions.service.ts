import { Injectable } from '@nestjs/common';
import type { StaffSessionRow } from '@siyu/shared/contracts/staff';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { sessionNotFound } from './identity.errors.ts';
import { StaffPhones } from './staff-phones.service.ts';
import { Sessions } from './session.service.ts';

/** Where somebody is signed in, and how that ends: for themselves, or by an administrator. */
@Injectable()
export class StaffSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly phones: StaffPhones,
    private readonly audit: Audit,
  ) {}

  /** The latest first. */
  async list(staffId: string, currentId: string | null): Promise<StaffSessionRow[]> {
    const open = await this.sessions.listOfStaff(staffId);
    return open.map(({ sessionId, device, address, openedAt, expiresAt }) => ({
      sessionId,
      device: device ?? '未知设备',
      address: address ?? '',
      openedAt: new Date(openedAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      isCurrent: sessionId === currentId,
    }));
  }

  /** @throws {AppError} identity.session_not_found, also for a session of somebody else */
  async endOwn(caller: Principal, sessionId: string): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const ended = await this.sessions.revokeOfStaff(tx, caller.id, { only: sessionId });
      if (ended === 0) throw sessionNotFound();
      await this.audit.record(tx, {
        actor: caller,
        action: 'identity.end_session',
        subjectKind: 'staff',
        subjectId: caller.id,
        inputs: { sessionId },
      });
    });
  }

  async endOthers(caller: Principal): Promise<void> {
    await this.#endAll(caller, caller.id, caller.sessionId);
  }

  /** Signs somebody out everywhere, from their next request on; their phone has to be tied anew. */
  async endAllOf(caller: Principal, staffId: string): Promise<void> {
    await this.#endAll(caller, staffId, null);
  }

  async #endAll(actor: Principal, staffId: string, but: string | null): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      if (but === null) await this.phones.end(tx, actor, staffId);
      const ended = await this.sessions.revokeOfStaff(tx, staffId, { but });
      await this.audit.record(tx, {
        actor,
        action: 'identity.end_sessions',
        subjectKind: 'staff',
        subjectId: staffId,
        inputs: { ended },
      });
    });
  }
}
