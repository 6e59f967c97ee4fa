import { Injectable } from '@nestjs/common';
import type { SuppressionReason } from '@siyu/shared/contracts/notifications.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../foundation/configuration/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { among, Database, insertRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { ContactTurn, MarketingContact } from './contact.entity.ts';
import {
  ContactBudgetRule,
  firstCounted,
  initialContactBudget,
  isQuiet,
  suppressionOf,
} from './contact-budget.ts';

const Days = z.array(z.object({ memberNo: z.coerce.number().int(), onDay: z.coerce.number().int() }));

/** A marketing contact that is about to be made. */
export interface WantedContact {
  readonly memberNo: number;
  /** Whatever reaches the member: a subscribe message, a mass send, a call. They share one budget. */
  readonly channel: string;
  /** What is to be sent: asked again with the same key, what was let through stays so and counts once. */
  readonly businessKey: string;
}
export type MarketingVerdict =
  | { readonly isAdmitted: true }
  | { readonly isAdmitted: false; readonly reason: SuppressionReason };

/** The one gate of marketing: every channel asks it in the transaction that lets a message go. */
@Injectable()
export class MarketingAdmission {
  readonly #rule: ConfigurationKey<ContactBudgetRule>;

  constructor(
    private readonly database: Database,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly configuration: Configuration,
  ) {
    this.#rule = configuration.register(
      'notifications.contact-budget',
      ContactBudgetRule,
      initialContactBudget,
    );
  }

  /**
   * Lets a contact through and counts it, or notes why it must not be made. To be asked when it is sent, not when it is
   * planned: who has withdrawn meanwhile is left alone.
   */
  async admitMarketing(tx: Transaction, wanted: WantedContact, now: number): Promise<MarketingVerdict> {
    const { memberNo, ...contact } = wanted;
    const verdicts = await this.admitMarketingTo(tx, [memberNo], contact, now);
    return verdicts.get(memberNo) ?? { isAdmitted: false, reason: 'NO_CONSENT' };
  }

  /** The same for one contact to many members, in as many statements as for one; a few hundred at once. */
  async admitMarketingTo(
    tx: Transaction,
    memberNos: readonly number[],
    contact: Omit<WantedContact, 'memberNo'>,
    now: number,
  ): Promise<ReadonlyMap<number, MarketingVerdict>> {
    if (memberNos.length === 0) return new Map();
    const { manager } = tx;
    const persons = await this.identity.personsOf(memberNos);
    await this.#takeTurns(tx, persons);
    const repeats = await manager.find(MarketingContact, {
      select: { memberNo: true },
      where: { businessKey: contact.businessKey, memberNo: In([...memberNos]), isAdmitted: true },
    });
    const admitted = new Set(repeats.map(({ memberNo }) => memberNo));
    const asked = memberNos.filter((memberNo) => !admitted.has(memberNo));
    const { version } = await this.configuration.get(this.#rule, now);
    const lock = this.database.engine === 'mysql' ? 'FOR UPDATE' : '';
    const reasons = await this.#suppressionsOf(manager, asked, persons, now, lock);
    const onDay = dayOfInstant(now);
    const rows = asked.map((memberNo) => {
      const reason = reasons.get(memberNo) ?? null;
      const contactId = this.randomness.uuid();
      const isAdmitted = reason === null;
      return { ...contact, memberNo, contactId, isAdmitted, reason, onDay, at: now, ruleVersion: version };
    });
    await insertRows(tx, MarketingContact, rows);
    return new Map(
      memberNos.map((memberNo): [number, MarketingVerdict] => {
        const reason = reasons.get(memberNo) ?? null;
        return [memberNo, reason === null ? { isAdmitted: true } : { isAdmitted: false, reason }];
      }),
    );
  }

  /** What would stand against a contact at a moment, for previews: nothing is counted. Nobody absent is stopped. */
  async foreseeMarketing(
    memberNos: readonly number[],
    at: number,
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, SuppressionReason>> {
    if (memberNos.length === 0) return new Map();
    return this.#suppressionsOf(manager, memberNos, await this.identity.personsOf(memberNos), at, '');
  }

  /** Whether nobody is to be contacted then: asked for what everybody reads at once, such as a post in a group. */
  async isQuietAt(at: number): Promise<boolean> {
    return isQuiet(at, (await this.configuration.get(this.#rule, at)).value);
  }

  async #suppressionsOf(
    manager: EntityManager,
    memberNos: readonly number[],
    persons: Persons,
    at: number,
    lock: string,
  ): Promise<ReadonlyMap<number, SuppressionReason>> {
    const { value: rule } = await this.configuration.get(this.#rule, at);
    const permitted = await this.identity.permitted(memberNos, 'MARKETING', manager);
    const numbers = memberNos.flatMap((memberNo) => persons.get(memberNo)?.numbers ?? [memberNo]);
    const days = await this.#daysOf(manager, numbers, firstCounted(dayOfInstant(at)), lock);
    const reasons = new Map<number, SuppressionReason>();
    for (const memberNo of memberNos) {
      const own = (persons.get(memberNo)?.numbers ?? [memberNo]).flatMap((number) => days.get(number) ?? []);
      const reason = permitted.has(memberNo) ? suppressionOf(at, own, rule) : 'NO_CONSENT';
      if (reason !== null) reasons.set(memberNo, reason);
    }
    return reasons;
  }

  /** Senders to the same persons go one after the other from here to the end of their transactions. */
  async #takeTurns(tx: Transaction, persons: Persons): Promise<void> {
    const standing = [...new Set([...persons.values()].map(({ memberNo }) => memberNo))].sort(
      (a, b) => a - b,
    );
    // Waited for as a writer: those who wait as readers (INSERT IGNORE) and then write would meet in a deadlock.
    const rows = standing.map((memberNo) => ({ memberNo, turns: 0 }));
    await upsertRows(tx, ContactTurn, rows, ['turns']);
  }

  /** Read with a lock, so that what another sender has committed is seen even from an older snapshot. */
  async #daysOf(
    manager: EntityManager,
    numbers: readonly number[],
    first: number,
    lock: string,
  ): Promise<ReadonlyMap<number, readonly number[]>> {
    if (numbers.length === 0) return new Map();
    const own = among('member_no', numbers);
    const rows: unknown = await manager.query(
      `SELECT member_no AS memberNo, on_day AS onDay FROM marketing_contacts
        WHERE ${own.sql} AND on_day >= ? AND is_admitted = 1 ${lock}`,
      [...own.values, first],
    );
    const days = new Map<number, number[]>();
    for (const { memberNo, onDay } of Days.parse(rows))
      days.set(memberNo, [...(days.get(memberNo) ?? []), onDay]);
    return days;
  }
}

type Persons = Awaited<ReturnType<Identity['personsOf']>>;
