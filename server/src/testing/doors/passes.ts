import { z } from 'zod';
import { expectedMatch, type Standing } from './expectations.ts';
import type { Answer, Caller, DoorWorld, Thing } from './firm.ts';

/** How a door is tried: things are brought to members through it, as its public sees it. */
export interface GateTest {
  /** What can be met behind it. */
  readonly kinds: readonly Thing['kind'][];
  /** @returns the ids of those that arrived; of a door to many at once also of others' */
  readonly pass: (world: DoorWorld, member: Caller, things: readonly Thing[]) => Promise<ReadonlySet<string>>;
  /** What the law says, not what the gate says. */
  readonly expects: (member: Standing, thing: Thing) => boolean;
  /** Before all members. */
  readonly before?: (world: DoorWorld, things: readonly Thing[]) => Promise<unknown>;
}

export type Ask = (member: Caller, thing: Thing, world: DoorWorld) => Promise<Answer>;
export const isGood = ({ status }: Answer): boolean => status === 200 || status === 204;
/** What a member may not have is not even there; every other refusal says that it is. */
export const isThere = ({ status }: Answer): boolean => status !== 404;

/** Asks for one thing after the other. */
export const each =
  (ask: Ask, hasArrived: (answer: Answer, thing: Thing) => boolean): GateTest['pass'] =>
  async (world, member, things) => {
    const arrived = new Set<string>();
    for (const thing of things) {
      const answer = await ask(member, thing, world);
      if (answer.status === 400 || answer.status === 401 || answer.status >= 500)
        throw new Error(`${thing.name}: ${answer.status} ${answer.text}`);
      // A refusal that names the thing has told of it.
      if (hasArrived(answer, thing) || answer.text.includes(thing.name)) arrived.add(thing.id);
    }
    return arrived;
  };

const Page = z.looseObject({ nextCursor: z.string().nullable().optional() });
/** Reads a list to its end. */
export const listed =
  (pathOf: (world: DoorWorld) => readonly string[]): GateTest['pass'] =>
  async (world, { call }, things) => {
    let told = '';
    for (const path of pathOf(world)) {
      for (let cursor: string | null = ''; cursor !== null;) {
        const next = cursor === '' ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
        const { status, text } = await call('GET', next);
        if (status !== 200) throw new Error(`${next}: ${status} ${text}`);
        told += text;
        cursor = Page.parse(JSON.parse(text)).nextCursor ?? null;
      }
    }
    return new Set(things.filter(({ name }) => told.includes(name)).map(({ id }) => id));
  };

export const verdictIs =
  (door: Parameters<typeof expectedMatch>[0], ...verdicts: readonly string[]): GateTest['expects'] =>
  (member, { rating }) =>
    verdicts.includes(expectedMatch(door, member, rating).verdict);
/** Advice is for those under a contract (REQ-ADV-2). */
export const isAdvised: GateTest['expects'] = ({ hasContract }, { isAdvice }) => !isAdvice || hasContract;
/** What goes to everybody is never advice. */
export const isForAll: GateTest['expects'] = (_, { isAdvice }) => !isAdvice;
