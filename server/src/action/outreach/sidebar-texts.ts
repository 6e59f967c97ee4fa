import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Randomness } from '../../platform/clock/index.ts';
import { Keys, openSecret, sealSecret } from '../../platform/keys/index.ts';

const KEY = 'sidebar-inserts';

/** What staff said to people, readable only through the house. */
@Injectable()
export class SidebarTexts implements OnModuleInit {
  #key: Uint8Array = new Uint8Array();

  constructor(
    private readonly keys: Keys,
    private readonly randomness: Randomness,
  ) {}

  /** Made before anybody writes: inside a transaction it would wait for that very transaction. */
  async onModuleInit(): Promise<void> {
    this.#key = await this.keys.key(KEY);
  }

  seal(insertId: string, text: string): string {
    return sealSecret(text, insertId, this.#key, this.randomness.bytes(12));
  }

  open(insertId: string, sealed: string): string {
    return openSecret(sealed, insertId, this.#key);
  }
}

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
