import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Randomness } from '../../platform/clock/index.ts';
import { Keys, openSecret, sealSecret } from '../../platform/keys/index.ts';

const KEY = 'platform-contents';

/** Encrypts what goes to a platform and what comes from one, for as long as it is needed. */
@Injectable()
export class PlatformSeals implements OnModuleInit {
  #key: Uint8Array = new Uint8Array();

  constructor(
    private readonly keys: Keys,
    private readonly randomness: Randomness,
  ) {}

  /** The key is there before anybody plans: making one inside a transaction would wait for that very transaction. */
  async onModuleInit(): Promise<void> {
    this.#key = await this.keys.key(KEY);
  }

  seal(id: string, content: object): string {
    return sealSecret(JSON.stringify(content), id, this.#key, this.randomness.bytes(12));
  }

  open(id: string, sealed: string): unknown {
    return JSON.parse(openSecret(sealed, id, this.#key));
  }
}
