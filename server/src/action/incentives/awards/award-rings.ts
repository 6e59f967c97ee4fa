import {
  DEVICE_RING_PERSONS_IN_A_DAY,
  IN_STEP_SECONDS,
  INVITE_RING_PERSONS,
  RING_DAYS,
} from '@siyu/shared/contracts/awards.limits';
import type { EarningFact } from '@siyu/shared/incentives';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { among, selectRows } from '../../../platform/database/index.ts';
import { Invitations } from '../../../records/channels/index.ts';
import { DeviceMarks, Identity, type Person } from '../../../records/identity/index.ts';
import { numbersOf } from './award-history.ts';
import { EarningFactRow } from './earning-fact.entity.ts';
import type { KnownFact } from './plan-awards.ts';
import { canBeInStep, type Circle, ringOf, type Surroundings } from './ring-of.ts';

type Persons = ReadonlyMap<number, Person>;
type Unseen = Omit<KnownFact, 'ring'>;
interface Span {
  readonly after: number;
  readonly until: number;
}

const DAY_MS = 86_400_000;
const NOBODY: Persons = new Map();
/** Of somebody who brings very many, those who came last are looked at. */
const CIRCLE_MAX = 200;

/** In which rings members are when facts of theirs are decided: three statements for a batch in which nobody is in one. */
@Injectable()
export class AwardRings {
  constructor(
    private readonly identity: Identity,
    private readonly marks: DeviceMarks,
    private readonly invitations: Invitations,
  ) {}

  /** @param at when they are decided: nothing later is looked at */
  async seenIn(
    manager: EntityManager,
    known: readonly Unseen[],
    persons: Persons,
    at: number,
  ): Promise<readonly KnownFact[]> {
    if (known.length === 0) return [];
    const facts = known.map(({ fact }) => fact);
    const span = { after: at - RING_DAYS * DAY_MS, until: at };
    const around = await this.#surroundings(manager, facts, persons, span);
    return known.map((each, place) => {
      const earlier = around.circlesOf.has(each.fact.memberNo) ? facts.slice(0, place) : [];
      return { ...each, ring: ringOf(each.fact, around, earlier) };
    });
  }

  async #surroundings(
    manager: EntityManager,
    facts: readonly EarningFact[],
    persons: Persons,
    span: Span,
  ): Promise<Surroundings> {
    const groups = await this.#bigGroups(manager, persons, span);
    const invited = groups.length === 0 ? NOBODY : await this.identity.personsOf([...new Set(groups.flat())]);
    const everybody = new Map([...persons, ...invited]);
    const circles = groups.map((group) => new Set(group.map((each) => invited.get(each)?.memberNo ?? each)));
    const circlesOf = new Map<number, Circle[]>();
    for (const circle of circles)
      for (const memberNo of circle) circlesOf.set(memberNo, [...(circlesOf.get(memberNo) ?? []), circle]);
    // A person of several registrations counts as one, so fewer of them are no ring either.
    const signInsOn = await this.marks.signInsOnShared(
      manager,
      numbersOf(persons),
      span,
      DEVICE_RING_PERSONS_IN_A_DAY,
    );
    const looked = signInsOn.size > 0 ? everybody : invited;
    const phonesOf = await this.#phonesOf(manager, looked, span);
    const done = await this.#doneAbout(manager, facts, circlesOf, invited);
    return { phonesOf, signInsOn, circlesOf, done };
  }

  /** The registrations that one invited, and that one's, where they are enough for a ring. */
  async #bigGroups(
    manager: EntityManager,
    persons: Persons,
    span: Span,
  ): Promise<readonly (readonly number[])[]> {
    const numbers = numbersOf(persons);
    const joined = await this.invitations.into(manager, numbers, span);
    const inviters = [...new Set([...numbers, ...joined.map(({ inviterNo }) => inviterNo)])];
    const invited = await this.invitations.by(manager, inviters, span);
    const byInviter = new Map<number, number[]>();
    for (const { inviterNo, memberNo } of invited)
      byInviter.set(inviterNo, [...(byInviter.get(inviterNo) ?? [inviterNo]), memberNo]);
    return [...byInviter.values()]
      .filter(({ length }) => length >= INVITE_RING_PERSONS)
      .map((group) => group.slice(-CIRCLE_MAX));
  }

  /** The phones of people, under the numbers that stand for them. */
  async #phonesOf(
    manager: EntityManager,
    people: Persons,
    span: Span,
  ): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
    const standsFor = standingOf(people);
    const phonesOf = new Map<number, ReadonlySet<string>>();
    for (const [number, marks] of await this.marks.marksOf(manager, numbersOf(people), span)) {
      const memberNo = standsFor.get(number) ?? number;
      phonesOf.set(memberNo, new Set([...(phonesOf.get(memberNo) ?? []), ...marks]));
    }
    return phonesOf;
  }

  /** What those of the circles did at about the moments at which others of them did something, and nobody withdrew. */
  async #doneAbout(
    manager: EntityManager,
    facts: readonly EarningFact[],
    circlesOf: Surroundings['circlesOf'],
    invited: Persons,
  ): Promise<readonly EarningFact[]> {
    const moments = facts
      .filter((fact) => circlesOf.has(fact.memberNo) && canBeInStep(fact))
      .map(({ occurredAt }) => occurredAt);
    if (moments.length === 0) return [];
    const standsFor = standingOf(invited);
    const about = IN_STEP_SECONDS * 1_000;
    const { sql, values } = among('member_no', [...standsFor.keys()]);
    const rows = await selectRows(manager, EarningFactRow, {
      sql: `${sql} AND withdrawn_at IS NULL AND occurred_at BETWEEN ? AND ?`,
      values: [...values, Math.min(...moments) - about, Math.max(...moments) + about],
    });
    return rows.map((row) => ({ ...row, memberNo: standsFor.get(row.memberNo) ?? row.memberNo }));
  }
}

/** The number that stands for a person, by each of theirs. */
const standingOf = (people: Persons): ReadonlyMap<number, number> =>
  new Map([...people.values()].flatMap((each) => each.numbers.map((number) => [number, each.memberNo])));
