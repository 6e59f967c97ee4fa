import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { EpochDay } from '@siyu/shared/time';
import { bandMembers } from './band-members.ts';
import { type DemoMember, newcomer } from './demo-member.ts';
import { advisersOfBranch, demoBranches } from './demo-staff.ts';
import { phoneMembers } from './phone-accounts.ts';
import { planLessons, planVisits } from './plan-habits.ts';
import { planMoney } from './plan-money.ts';
import { planName } from './plan-name.ts';
import { SeededRandom } from './seeded-random.ts';
import { stageMembers } from './stage-members.ts';

const SEED = 20_231_124;
/** Branches of very different size. */
const BRANCH_OF_TEN = [0, 0, 0, 0, 1, 1, 1, 2, 3, 4] as const;

/**
 * The population, one after the other: those of the phone and those that are made by hand, then a crowd after what
 * is known of such markets (few active, few buyers, heavy tails), with more affluent members mixed in and dirty data
 * as real systems have it. The first members are the same however many are asked for.
 * @param count how many at least those made by hand are
 * @param today day of loading, on which all days count back
 */
export function* planMembers(count: number, today: EpochDay): Generator<DemoMember> {
  const byHand = [...phoneMembers, ...bandMembers(today), ...stageMembers];
  yield* byHand;
  const random = new SeededRandom(SEED);
  for (let number = 1; number <= count - byHand.length; number += 1)
    yield planMember(random, `crowd-${number}`);
}

function planMember(random: SeededRandom, key: string): DemoMember {
  const branch = Math.min(random.pick(BRANCH_OF_TEN), demoBranches.length - 1);
  // The firm has grown: half of its members came within the last half year of two.
  const registeredDaysAgo = random.int(2, random.chance(0.5) ? 180 : 730);
  const consents = planConsents(random);
  const hasAgreed = consents.includes('SERVICE');
  const isLinked = consents.includes('SENSITIVE') && random.chance(0.9);
  const isReader = hasAgreed && random.chance(0.5);
  return {
    ...newcomer,
    key,
    name: planName(random),
    branch,
    registeredDaysAgo,
    consents,
    withdrawn: consents.includes('MARKETING') && random.chance(0.02) ? 'MARKETING' : null,
    adviser: hasAgreed && random.chance(0.5) ? pickAdviser(random, branch) : null,
    adviserDaysAgo: random.int(1, registeredDaysAgo - 1),
    isLinked,
    ...(isLinked ? planMoney(random, registeredDaysAgo) : {}),
    lessons: isReader ? planLessons(random, Math.min(registeredDaysAgo - 1, 500)) : [],
    visits: hasAgreed ? planVisits(random, registeredDaysAgo) : [],
    services: isLinked && random.chance(0.2) ? [assessed(random, registeredDaysAgo)] : [],
  };
}

function pickAdviser(random: SeededRandom, branch: number): string | null {
  const [first, ...others] = advisersOfBranch(branch);
  return first === undefined ? null : random.pick([first, ...others]);
}

function assessed(random: SeededRandom, registeredDaysAgo: number) {
  const daysAgo = random.int(1, registeredDaysAgo - 1);
  return { kind: 'risk_assessed', daysAgo, secondOfDay: random.int(34_200, 54_000) } as const;
}

function planConsents(random: SeededRandom): ConsentPurpose[] {
  if (random.chance(0.06)) return [];
  const consents: ConsentPurpose[] = ['SERVICE'];
  if (random.chance(0.85)) consents.push('PROFILING');
  if (random.chance(0.5)) consents.push('MARKETING');
  if (random.chance(0.6)) consents.push('SENSITIVE');
  return consents;
}
