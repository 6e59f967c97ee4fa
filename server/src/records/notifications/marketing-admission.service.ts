import { Injectable } from '@nestjs/common';
import type { SuppressionReason } from '@siyu/shared/contracts/notifications.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../foundation/configuration/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { ContactTurn, MarketingContact } from './contact.entity.ts';
import { ContactBudgetRule, firstCounted, initialContactBudget, suppressionOf } from './contact-budget.ts';

const Days = z.array(z.object({ onDay: z.coerce.number().int() }));

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
    const { manager } = tx;
    const { memberNo, businessKey } = wanted;
    await this.#takeTurn(tx, memberNo);
    const isRepeat = await manager.existsBy(MarketingContact, { businessKey, memberNo, isAdmitted: true });
    if (isRepeat) return { isAdmitted: true };
    const { version, value: rule } = await this.configuration.get(this.#rule, now);
    const onDay = dayOfInstant(now);
    const reason = (await this.identity.mayProcess(memberNo, 'MARKETING', manager))
      ? suppressionOf(now, await this.#daysOf(tx, memberNo, firstCounted(onDay)), rule)
      : 'NO_CONSENT';
    const isAdmitted = reason === null;
    const contactId = this.randomness.uuid();
    const row = { ...wanted, contactId, isAdmitted, reason, onDay, at: now, ruleVersion: version };
    await insertRows(tx, MarketingContact, [row]);
    return reason === null ? { isAdmitted: true } : { isAdmitted: false, reason };
  }

  /** Senders to the same person go one after the other from here to the end of their transactions. */
  async #takeTurn(tx: Transaction, memberNo: number): Promise<void> {
    const standing = await this.identity.resolveMember(memberNo);
    // Waited for as a writer: those who wait as readers (INSERT IGNORE) and then write would meet in a deadlock.
    await upsertRows(tx, ContactTurn, [{ memberNo: standing, turns: 0 }], ['turns']);
  }

  /** Read with a lock, so that what another sender has committed is seen even from an older snapshot. */
  async #daysOf({ manager }: Transaction, memberNo: number, first: number): Promise<readonly number[]> {
    const numbers = await this.identity.numbersOf(memberNo);
    const rows: unknown = await manager.query(
      `SELECT on_day AS onDay FROM marketing_contacts
        WHERE member_no IN (${numbers.map(() => '?').join(',')}) AND on_day >= ? AND is_admitted = 1
        ${this.database.engine === 'mysql' ? 'FOR UPDATE' : ''}`,
      [...numbers, first],
    );
    return Days.parse(rows).map(({ onDay }) => onDay);
  }
}
