import type { Clock } from './clock.ts';
import { CALLS_PER_USER_MINUTE } from './code2session.ts';
import type { CoreCustomer } from './core-customers.ts';
import { CoreDesk } from './core-desk.ts';
import { Faults } from './faults.ts';
import { Journal } from './journal.ts';
import { LoginCodes } from './login-codes.ts';
import { createMiniProgramSide, type MiniProgramSide } from './mini-program-side.ts';
import type { MiniProgram } from './mini-programs.ts';
import { MinuteQuota } from './minute-quota.ts';
import type { PhoneAccount } from './phone-accounts.ts';
import type { Randomness } from './randomness.ts';
import { demoCorp } from './wecom/corp.ts';
import { createWecom, type WecomWorld } from './wecom/wecom-world.ts';

/** Everything the box remembers; it lives in memory and ends with the process. */
export interface World {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly miniPrograms: readonly MiniProgram[];
  readonly accounts: readonly PhoneAccount[];
  readonly core: CoreDesk;
  readonly codes: LoginCodes;
  readonly quota: MinuteQuota;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly mini: MiniProgramSide;
  readonly wecom: WecomWorld;
}

export function createWorld(given: {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly miniPrograms: readonly MiniProgram[];
  readonly accounts: readonly PhoneAccount[];
  readonly customers: readonly CoreCustomer[];
  readonly answerMs?: number;
}): World {
  const { customers, ...world } = given;
  const mini = createMiniProgramSide(given.clock, given.randomness, given.miniPrograms);
  return {
    ...world,
    core: new CoreDesk(given.clock, given.randomness, customers),
    codes: new LoginCodes(given.clock, given.randomness),
    quota: new MinuteQuota(given.clock, CALLS_PER_USER_MINUTE),
    faults: new Faults(),
    journal: new Journal(),
    mini,
    wecom: createWecom({ ...given, corp: demoCorp, groups: mini.groups }),
  };
}
