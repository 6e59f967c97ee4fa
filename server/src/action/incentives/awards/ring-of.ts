import {
  DEVICE_RING_PERSONS,
  DEVICE_RING_PERSONS_IN_A_DAY,
  IN_STEP_SECONDS,
  INVITE_RING_PERSONS,
} from '@siyu/shared/contracts/awards.limits';
import type { EarningFact } from '@siyu/shared/incentives';
import { z } from 'zod';

/** A ring that somebody was in when what they did was decided; kept with it, so that it is found again. */
export const Ring = z.object({
  hold: z.enum(['DEVICE_RING', 'INVITE_RING']),
  /** People in it, themself among them. */
  seen: z.int(),
});
export type Ring = z.infer<typeof Ring>;

/** The numbers of those whom one person invited within `RING_DAYS`, and of that person. */
export type Circle = ReadonlySet<number>;

/** That a person signed in on a phone. */
export interface PhoneSignIn {
  readonly memberNo: number;
  /** Epoch ms. */
  readonly at: number;
}

/** What was known around people when a batch was decided. */
export interface Surroundings {
  /** Phones on which somebody signed in within `RING_DAYS`; only of those who are in a circle, unless a phone has many. */
  readonly phonesOf: ReadonlyMap<number, ReadonlySet<string>>;
  /** Who signed in meanwhile on a phone that enough people use to be looked at, and when, in the order of time. */
  readonly signInsOn: ReadonlyMap<string, readonly PhoneSignIn[]>;
  readonly circlesOf: ReadonlyMap<number, readonly Circle[]>;
  /** What those of the circles did that was decided before, at about the moments that are decided now. */
  readonly done: readonly EarningFact[];
}

const DAY_MS = 86_400_000;
/** What many do in one moment since the server says so: the end of a live counts all who watched it. */
const SERVER_TIMED: EarningFact['type'] = 'live_attended';

/** Whether doing it at the same moment as others says anything. */
export const canBeInStep = ({ type }: Pick<EarningFact, 'type'>): boolean => type !== SERVER_TIMED;

/**
 * The ring that somebody is in; null: none (REQ-INC-8).
 * @param earlier facts of the same batch that are decided before this one
 */
export function ringOf(
  fact: EarningFact,
  { phonesOf, signInsOn, circlesOf, done }: Surroundings,
  earlier: readonly EarningFact[],
): Ring | null {
  const { memberNo } = fact;
  const onPhone = Math.max(
    0,
    ...[...(phonesOf.get(memberNo) ?? [])].map((phone) => ringOn(signInsOn.get(phone) ?? [])),
  );
  if (onPhone > 0) return { hold: 'DEVICE_RING', seen: onPhone };
  const seen = Math.max(
    0,
    ...(circlesOf.get(memberNo) ?? []).flatMap((circle) => [
      sharingPhones(memberNo, circle, phonesOf),
      inStep(fact, circle, [...done, ...earlier]),
    ]),
  );
  return seen >= INVITE_RING_PERSONS ? { hold: 'INVITE_RING', seen } : null;
}

/** How many people signed in on a phone; 0 while a family, or chance, may be behind it. */
function ringOn(signIns: readonly PhoneSignIn[]): number {
  const persons = new Set(signIns.map(({ memberNo }) => memberNo)).size;
  const isRing = persons >= DEVICE_RING_PERSONS || mostInADay(signIns) >= DEVICE_RING_PERSONS_IN_A_DAY;
  return isRing ? persons : 0;
}

/** The most people who signed in within any day. */
function mostInADay(signIns: readonly PhoneSignIn[]): number {
  const times = new Map<number, number>();
  let [first, most] = [0, 0];
  for (const { memberNo, at } of signIns) {
    times.set(memberNo, (times.get(memberNo) ?? 0) + 1);
    for (let left = signIns[first]; left !== undefined && left.at <= at - DAY_MS; left = signIns[first]) {
      const others = (times.get(left.memberNo) ?? 0) - 1;
      if (others > 0) times.set(left.memberNo, others);
      else times.delete(left.memberNo);
      first += 1;
    }
    most = Math.max(most, times.size);
  }
  return most;
}

/** How many of a circle signed in on a phone that another one of it did too; 0 where this person did not. */
function sharingPhones(memberNo: number, circle: Circle, phonesOf: Surroundings['phonesOf']): number {
  const users = new Map<string, number[]>();
  for (const each of circle)
    for (const phone of phonesOf.get(each) ?? []) users.set(phone, [...(users.get(phone) ?? []), each]);
  const sharing = new Set([...users.values()].filter((each) => each.length > 1).flat());
  return sharing.has(memberNo) ? sharing.size : 0;
}

/** How many of a circle did the same thing at the same moment, up to this fact. */
function inStep(fact: EarningFact, circle: Circle, done: readonly EarningFact[]): number {
  if (!canBeInStep(fact)) return 0;
  const beside = done.filter(
    ({ memberNo, type, contentId, occurredAt }) =>
      circle.has(memberNo) &&
      type === fact.type &&
      contentId === fact.contentId &&
      Math.abs(occurredAt - fact.occurredAt) <= IN_STEP_SECONDS * 1_000,
  );
  return new Set([fact.memberNo, ...beside.map(({ memberNo }) => memberNo)]).size;
}
