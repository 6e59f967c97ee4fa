import { Injectable } from '@nestjs/common';
import { LINK_CODES_MAX, LINK_TRIES_MAX, LINK_WINDOW_HOURS } from '@siyu/shared/contracts/identity.limits';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { AccountLinkAttempt } from './account-link.entity.ts';
import { closedAmong } from './closed-accounts.ts';
import { accountClosed, linkLocked } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';

const HOUR = 3_600_000;
const WINDOW_MS = LINK_WINDOW_HOURS * HOUR;

/** Limits how often a member may try to link an account. Tries are counted before the core system is asked. */
@Injectable()
export class AccountLinkGuard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
  ) {}

  /**
   * One more code is wanted; the one sent before is void.
   * @returns how many codes are left in the window.
   * @throws {AppError} identity.link_locked
   */
  async admitCode(memberNo: number): Promise<number> {
    const attempt = await this.count(memberNo, 'codes_sent = codes_sent + 1, ticket = NULL');
    if (attempt.codesSent > LINK_CODES_MAX) throw this.locked(attempt);
    return LINK_CODES_MAX - attempt.codesSent;
  }

  /**
   * A code has been typed in.
   * @returns the ticket of the code that was sent, null without one, and how many tries are left.
   * @throws {AppError} identity.link_locked
   */
  async admitTry(memberNo: number): Promise<{ ticket: string | null; triesLeft: number }> {
    const attempt = await this.count(memberNo, 'codes_tried = codes_tried + 1');
    if (attempt.codesTried > LINK_TRIES_MAX) throw this.locked(attempt);
    return { ticket: attempt.ticket, triesLeft: LINK_TRIES_MAX - attempt.codesTried };
  }

  async keepTicket(memberNo: number, ticket: string | null): Promise<void> {
    await this.database.runInTransaction(({ manager }) =>
      manager.update(AccountLinkAttempt, { memberNo }, { ticket }),
    );
  }

  /** The account is linked: nothing is left to be limited. */
  async clear(tx: Transaction, memberNo: number): Promise<void> {
    await tx.manager.delete(AccountLinkAttempt, { memberNo });
  }

  /** @param change SQL of the counters; code, never input */
  private count(memberNo: number, change: string): Promise<AccountLinkAttempt> {
    const now = this.clock.now();
    return this.database.runInTransaction(async (tx) => {
      // Many tries at once wait for each other here instead of running into one another.
      await this.clocks.lock(tx, [memberNo]);
      const { manager } = tx;
      if ((await closedAmong(manager, [memberNo])).size > 0) throw accountClosed();
      await manager
        .createQueryBuilder()
        .insert()
        .into(AccountLinkAttempt)
        .values({ memberNo, firstAt: now, codesSent: 0, codesTried: 0, ticket: null })
        .orIgnore()
        .updateEntity(false)
        .execute();
      await manager.query(
        // A window that opens far in the future was opened by a clock that ran ahead.
        'UPDATE account_link_attempts SET first_at = ?, codes_sent = 0, codes_tried = 0, ticket = NULL WHERE member_no = ? AND (first_at <= ? OR first_at > ?)',
        [now, memberNo, now - WINDOW_MS, now + WINDOW_MS],
      );
      await manager.query(`UPDATE account_link_attempts SET ${change} WHERE member_no = ?`, [memberNo]);
      return manager.findOneByOrFail(AccountLinkAttempt, { memberNo });
    });
  }

  private locked({ firstAt }: AccountLinkAttempt): Error {
    return linkLocked(Math.max(1, Math.ceil((firstAt + WINDOW_MS - this.clock.now()) / HOUR)));
  }
}
