import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Keys, openSecret, sealSecret } from '../../platform/keys/index.ts';
import { ArchiveKey, type ArchiveMessage } from './archive-message.entity.ts';

const KEY = 'archive-texts';
const NONCE_BYTES = 12;
const KEY_BYTES = 32;

export interface TextKey {
  readonly keyId: string;
  readonly key: Uint8Array;
}

/** What was said lies sealed under a key of its customer; that key lies sealed under one of the house. */
@Injectable()
export class ArchiveTexts implements OnModuleInit {
  #house: Uint8Array = new Uint8Array();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly keys: Keys,
  ) {}

  /** The key is there before anybody writes: making one inside a transaction would wait for that very transaction. */
  async onModuleInit(): Promise<void> {
    this.#house = await this.keys.key(KEY);
  }

  /** The living key of each owner, made where there is none. Only whoever has the lease of the feed calls it. */
  async keysFor(tx: Transaction, ownerIds: readonly string[]): Promise<ReadonlyMap<string, TextKey>> {
    const wanted = [...new Set(ownerIds)];
    if (wanted.length === 0) return new Map();
    const living = await tx.manager.findBy(ArchiveKey, { ownerId: In(wanted), sealedKey: Not(IsNull()) });
    const found = new Map(
      living.map((row) => [row.ownerId, { keyId: row.keyId, key: this.#open(row) ?? new Uint8Array() }]),
    );
    const fresh = wanted
      .filter((ownerId) => !found.has(ownerId))
      .map((ownerId) => {
        const keyId = this.randomness.uuid();
        const key = this.randomness.bytes(KEY_BYTES);
        found.set(ownerId, { keyId, key });
        const sealedKey = this.#seal(Buffer.from(key).toString('base64url'), keyId, this.#house);
        return { keyId, ownerId, sealedKey, madeAt: this.clock.now() };
      });
    if (fresh.length > 0) await tx.manager.insert(ArchiveKey, fresh);
    return found;
  }

  /** Bound to its message: moved to another one it does not open. */
  seal(text: string, messageId: string, { key }: TextKey): string {
    return this.#seal(text, messageId, key);
  }

  /** The text of each message that has one and can still be read. */
  async read(
    messages: readonly Pick<ArchiveMessage, 'messageId' | 'keyId' | 'sealedText'>[],
  ): Promise<ReadonlyMap<string, string>> {
    const keyIds = new Set(messages.flatMap(({ keyId }) => keyId ?? []));
    if (keyIds.size === 0) return new Map();
    const rows = await this.database.read.findBy(ArchiveKey, { keyId: In([...keyIds]) });
    const keys = new Map(rows.map((row) => [row.keyId, this.#open(row)]));
    return new Map(
      messages.flatMap(({ messageId, keyId, sealedText }) => {
        const key = keys.get(keyId ?? '') ?? null;
        return key === null || sealedText === null
          ? []
          : [[messageId, openSecret(sealedText, messageId, key)]];
      }),
    );
  }

  /** From now on nobody reads what these customers said, or what was said to them. */
  async destroy(tx: Transaction, ownerIds: readonly string[]): Promise<void> {
    if (ownerIds.length === 0) return;
    await tx.manager.update(ArchiveKey, { ownerId: In([...ownerIds]) }, { sealedKey: null });
  }

  #seal(text: string, owner: string, key: Uint8Array): string {
    return sealSecret(text, owner, key, this.randomness.bytes(NONCE_BYTES));
  }

  #open({ keyId, sealedKey }: ArchiveKey): Uint8Array | null {
    return sealedKey === null ? null : Buffer.from(openSecret(sealedKey, keyId, this.#house), 'base64url');
  }
}
