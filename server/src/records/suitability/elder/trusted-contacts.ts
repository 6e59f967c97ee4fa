import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { NameTrustedContact, OwnTrustedContact } from '@siyu/shared/contracts/elder';
import type { TrustedRelation } from '@siyu/shared/contracts/elder.limits';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../../platform/database/index.ts';
import { Keys, openSecret, sealSecret } from '../../../platform/keys/index.ts';
import { maskName } from '../../identity/index.ts';
import { TrustedContact } from './elder.entity.ts';

const KEY = 'trusted-contacts';
const TAIL = 4;
const Sealed = z.object({ name: z.string(), phone: z.string() });

/** A contact with name and number in clear. */
export interface OpenedContact extends z.infer<typeof Sealed> {
  readonly relation: TrustedContact['relation'];
}

/** Whom members trust: encrypted for their own row, opened to be shown masked or for one safety notice. */
@Injectable()
export class TrustedContacts implements OnModuleInit {
  #key: Uint8Array = new Uint8Array();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly keys: Keys,
  ) {}

  /** Beforehand, since the ring makes a missing key in a transaction of its own. */
  async onModuleInit(): Promise<void> {
    this.#key = await this.keys.key(KEY);
  }

  /** Takes the place of the one before, under whichever registration that was named. */
  async name(
    tx: Transaction,
    memberNo: number,
    numbers: readonly number[],
    { name, phone, relation }: NameTrustedContact,
  ): Promise<void> {
    await this.forget(tx, numbers);
    const text = JSON.stringify({ name, phone });
    const sealed = sealSecret(text, ownerOf(memberNo), this.#key, this.randomness.bytes(12));
    const row = { memberNo, relation, sealed, namedAt: this.clock.now() };
    await upsertRows(tx, TrustedContact, [row], ['relation', 'sealed', 'namedAt']);
  }

  async forget({ manager }: Transaction, numbers: readonly number[]): Promise<void> {
    await manager.delete(TrustedContact, { memberNo: In([...numbers]) });
  }

  /** Enough for whoever named it to know who it is. */
  async masked(numbers: readonly number[]): Promise<OwnTrustedContact | null> {
    const row = await rowOf(this.database.read, numbers);
    if (row === null) return null;
    const { name, phone, relation } = this.#open(row);
    return {
      maskedName: maskName(name),
      relation,
      phoneTail: phone.slice(-TAIL),
      namedAt: new Date(row.namedAt).toISOString(),
    };
  }

  /** Who it is to the member, and nothing else of them; null: nobody was named. */
  async relationOf(numbers: readonly number[]): Promise<TrustedRelation | null> {
    return (await rowOf(this.database.read, numbers))?.relation ?? null;
  }

  /** In clear: only behind a safety notice that is written down. */
  async open(numbers: readonly number[]): Promise<OpenedContact | null> {
    const row = await rowOf(this.database.read, numbers);
    return row === null ? null : this.#open(row);
  }

  #open({ memberNo, sealed, relation }: TrustedContact): OpenedContact {
    return { ...Sealed.parse(JSON.parse(openSecret(sealed, ownerOf(memberNo), this.#key))), relation };
  }
}

const ownerOf = (memberNo: number): string => `member:${memberNo}`;

/** A person who joined twice may have named two: the last one counts. */
const rowOf = (manager: EntityManager, numbers: readonly number[]): Promise<TrustedContact | null> =>
  manager.findOne(TrustedContact, { where: { memberNo: In([...numbers]) }, order: { namedAt: 'DESC' } });
