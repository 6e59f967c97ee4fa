import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { loginLocked } from './identity.errors.ts';
import { StaffLoginAttempt } from './session.entity.ts';

const MINUTE = 60_000;
const WINDOW_MS = 15 * MINUTE;
const ATTEMPTS_MAX = 5;
/** The window has passed, or a clock that ran ahead opened it: nobody stays locked out until that day comes. */
const IS_OVER = '(first_at <= :openedBefore OR first_at > :tooFar)';

/** Limits guessing per login name. Names that do not exist are counted alike, so nothing is told about them. */
@Injectable()
export class StaffLoginGuard {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts before the password is looked at: a hundred guesses at once are still a hundred attempts. */
  async admit(loginName: string): Promise<void> {
    const now = this.clock.now();
    const edges = { openedBefore: now - WINDOW_MS, tooFar: now + WINDOW_MS };
    const attempt = await this.database.runInTransaction(async ({ manager }) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(StaffLoginAttempt)
        .values({ loginName, attempts: 0, firstAt: now })
        .orIgnore()
        .updateEntity(false)
        .execute();
      await manager
        .createQueryBuilder()
        .update(StaffLoginAttempt)
        .set({ attempts: () => `CASE WHEN ${IS_OVER} THEN 1 ELSE attempts + 1 END` })
        .where('login_name = :loginName', { loginName, ...edges })
        .execute();
      await manager
        .createQueryBuilder()
        .update(StaffLoginAttempt)
        .set({ firstAt: now })
        .where(`login_name = :loginName AND ${IS_OVER}`, { loginName, ...edges })
        .execute();
      return manager.findOneByOrFail(StaffLoginAttempt, { loginName });
    });
    if (attempt.attempts <= ATTEMPTS_MAX) return;
    throw loginLocked(Math.max(1, Math.ceil((attempt.firstAt + WINDOW_MS - now) / MINUTE)));
  }

  /** Takes an attempt back that was none: the password was right and a code was only asked for. */
  async giveBack(loginName: string): Promise<void> {
    await this.database.runInTransaction(({ manager }) =>
      manager
        .createQueryBuilder()
        .update(StaffLoginAttempt)
        .set({ attempts: () => 'attempts - 1' })
        .where('login_name = :loginName AND attempts > 0', { loginName })
        .execute(),
    );
  }

  async clear(loginName: string): Promise<void> {
    await this.database.runInTransaction(({ manager }) => manager.delete(StaffLoginAttempt, { loginName }));
  }
}
