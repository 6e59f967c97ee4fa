import { Injectable } from '@nestjs/common';
import { Clock, Randomness } from '../clock/index.ts';
import { Database } from '../database/index.ts';
import { Secret } from './secret.entity.ts';

/** Keys by name, each made at its first use; all processes on one database get the same. */
@Injectable()
export class Keys {
  readonly #known = new Map<string, Uint8Array>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** 32 bytes. */
  async key(name: string): Promise<Uint8Array> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const value = Buffer.from(this.randomness.bytes(32)).toString('hex');
    const secret = await this.database.runInTransaction(async ({ manager }) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(Secret)
        .values({ name, value, madeAt: this.clock.now() })
        .orIgnore()
        .updateEntity(false)
        .execute();
      return manager.findOneByOrFail(Secret, { name });
    });
    const key = Buffer.from(secret.value, 'hex');
    this.#known.set(name, key);
    return key;
  }
}
