import { IN_STEP_SECONDS, INVITE_RING_PERSONS, RING_DAYS } from '@siyu/shared/contracts/awards.limits';
import type { EarningFact } from '@siyu/shared/incentives';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { among, selectRows } from '../../../platform/database/index.ts';
import { Invitations } from '../../../records/channels/index.ts';
import { DeviceMarks, Identity, type Person } from '../../../records/identity/index.ts';
import { numbersOf } from './award-history.ts';
import { EarningFactRow } from './earning-fact.entity.ts';
import type { KnownFact } from './plan-awards.ts';
import { type Circle, ringOf, type Surroundings } from './ring-of.ts';

type Persons = ReadonlyMap<number, Person>;
type Unseen = Omit<KnownFact, 'ring'>;
interface Span {
  readonly after: number;
  readonly until: number;
}

const DAY_MS = 86_400_000;
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
    const circles = await this.#circlesOf(manager, persons, span);
    const around = await this.#surroundings(manager, facts, persons, circles, span);
    return known.map((each, place) => {
      const earlier = around.circlesOf.has(each.fact.memberNo) ? facts.slice(0, place) : [];
      return { ...each, ring: ringOf(each.fact, around, earlier) };
    });
  }

  /** Circles big enough to be rings, under the numbers that stand for people. */
  async #circlesOf(manager: EntityManager, persons: Persons, span: Span): Promise<readonly Circle[]> {
    const numbers = numbersOf(persons);
    const joined = await this.invitations.into(manager, numbers, span);
    const inviters = [...new Set([...numbers, ...joined.map(({ inviterNo }) => inviterNo)])];
    const invited = await this.invitations.by(manager, inviters, span);
    const byInviter = new Map<number, number[]>();
    for (const { inviterNo, memberNo } of invited)
      byInviter.set(inviterNo, [...(byInviter.get(inviterNo) ?? [inviterNo]), memberNo]);
    const big = [...byInviter.values()].filter(({ length }) => length >= INVITE_RING_PERSONS);
    if (big.length === 0) return [];
    const standing = await this.identity.personsOf([...new Set(big.flat())]);
    return big.map(
      (circle) => new Set(circle.slice(-CIRCLE_MAX).map((each) => standing.get(each)?.memberNo ?? each)),
    );
  }

  async #surroundings(
    manager: EntityManager,
    facts: readonly EarningFact[],
    persons: Persons,
    circles: readonly Circle[],
    span: Span,
  ): Promise<Surroundings> {
    const around = new Set([...persons.values()].map(({ memberNo }) => memberNo));
    for (const circle of circles) for (const memberNo of circle) around.add(memberNo);
    const everybody = circles.length === 0 ? persons : await this.identity.personsOf([...around]);
    const standsFor = new Map(
      [...everybody.values()].flatMap((each) => each.numbers.map((number) => [number, each.memberNo])),
    );
    const phonesOf = new Map<number, ReadonlySet<string>>();
    for (const [number, marks] of await this.marks.marksOf(manager, numbersOf(everybody), span)) {
      const memberNo = standsFor.get(number) ?? number;
      phonesOf.set(memberNo, new Set([...(phonesOf.get(memberNo) ?? []), ...marks]));
    }
    const phones = [...new Set([...phonesOf.values()].flatMap((marks) => [...marks]))];
    const signInsOn = await this.marks.signInsOn(manager, phones, span);
    const circlesOf = new Map<number, Circle[]>();
    for (const circle of circles)
      for (const memberNo of circle) circlesOf.set(memberNo, [...(circlesOf.get(memberNo) ?? []), circle]);
    const done = circles.length === 0 ? [] : await this.#doneAbout(manager, facts, standsFor);
    return { phonesOf, signInsOn, circlesOf, done };
  }

  /** What these people did at about the moments of these facts, and nobody withdrew. */
  async #doneAbout(
    manager: EntityManager,
    facts: readonly EarningFact[],
    standsFor: ReadonlyMap<number, number>,
  ): Promise<readonly EarningFact[]> {
    const moments = facts.map(({ occurredAt }) => occurredAt);
    const about = IN_STEP_SECONDS * 1_000;
    const { sql, values } = among('member_no', [...standsFor.keys()]);
    const rows = await selectRows(manager, EarningFactRow, {
      sql: `${sql} AND withdrawn_at IS NULL AND occurred_at BETWEEN ? AND ?`,
      values: [...values, Math.min(...moments) - about, Math.max(...moments) + about],
    });
    return rows.map((row) => ({ ...row, memberNo: standsFor.get(row.memberNo) ?? row.memberNo }));
  }
}
