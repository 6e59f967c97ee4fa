import { VirtualClock, type Clock } from './clock.ts';
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
import { demoCorp, type Employee } from './wecom/corp.ts';
import { createWecom, type WecomWorld } from './wecom/wecom-world.ts';

/** What the box remembers and a reset forgets. */
interface Memory {
  readonly core: CoreDesk;
  readonly codes: LoginCodes;
  readonly quota: MinuteQuota;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly mini: MiniProgramSide;
  readonly wecom: WecomWorld;
}

/** Everything the box remembers; it lives in memory and ends with the process. */
export interface World extends Memory {
  readonly clock: VirtualClock;
  readonly randomness: Randomness;
  readonly miniPrograms: readonly MiniProgram[];
  /** People with a phone; a seed adds some. */
  readonly accounts: PhoneAccount[];
  /** Employees in WeCom; a seed adds some. */
  readonly employees: Employee[];
  /** As it was when the box started: seeds, tokens, faults, journal and the clock. */
  reset(): void;
}

interface Given {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly miniPrograms: readonly MiniProgram[];
  readonly accounts: readonly PhoneAccount[];
  readonly customers: readonly CoreCustomer[];
  readonly answerMs?: number;
}

function freshMemory(given: Given, lasting: Pick<World, 'clock' | 'accounts' | 'employees'>): Memory {
  const { randomness } = given;
  const { clock, accounts, employees } = lasting;
  const journal = new Journal();
  const { miniPrograms } = given;
  const mini = createMiniProgramSide({ clock, randomness, journal, miniPrograms });
  return {
    core: new CoreDesk(clock, randomness, given.customers),
    codes: new LoginCodes(clock, randomness),
    quota: new MinuteQuota(clock, CALLS_PER_USER_MINUTE),
    faults: new Faults(),
    journal,
    mini,
    wecom: createWecom({ ...given, clock, accounts, corp: { ...demoCorp, employees }, groups: mini.groups }),
  };
}

export function createWorld(given: Given): World {
  const { customers: _customers, answerMs: _answerMs, ...rest } = given;
  const clock = new VirtualClock(given.clock);
  const accounts = [...given.accounts];
  const employees = [...demoCorp.employees];
  const lasting = { ...rest, clock, accounts, employees };
  const world: World = {
    ...lasting,
    ...freshMemory(given, lasting),
    reset: () => {
      accounts.splice(0, accounts.length, ...given.accounts);
      employees.splice(0, employees.length, ...demoCorp.employees);
      clock.followRealTime();
      const { mini, wecom, ...others } = freshMemory(given, lasting);
      Object.assign(world, others);
      // Routes keep hold of the two sides themselves.
      Object.assign(world.mini, mini);
      Object.assign(world.wecom, wecom);
    },
  };
  return world;
}
