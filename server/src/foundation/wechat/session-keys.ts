import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { z } from 'zod';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Keys, openSecret, sealSecret } from '../../platform/keys/index.ts';
import { decryptOpenData, type OpenData } from './open-data.ts';
import { SessionKey } from './session-key.entity.ts';
import type { WechatSession } from './wechat-session.ts';

const KEY = 'wechat-session-keys';

/** Session keys, encrypted: the last one of each openid, since a new one kills it. No key leaves this class. */
@Injectable()
export class SessionKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly keys: Keys,
    private readonly config: Config,
  ) {}

  /** Encrypted before the transaction begins. */
  async seal({ openid, sessionKey }: WechatSession): Promise<SealedSessionKey> {
    const key = await this.keys.key(KEY);
    return { openid, sealed: sealSecret(sessionKey, openid, key, this.randomness.bytes(12)) };
  }

  async keep(tx: Transaction, { openid, sealed }: SealedSessionKey, memberNo: number): Promise<void> {
    await upsertRows(tx, SessionKey, [{ openid, memberNo, sealed, keptAt: this.clock.now() }]);
  }

  /**
   * Opens data that WeChat encrypted on the member's phone.
   * @returns null when no key of the member opens it: the phone signs in anew and asks WeChat again
   */
  async open<Shape extends z.ZodType>(
    memberNo: number,
    data: Omit<OpenData, 'sessionKey'>,
    shape: Shape,
  ): Promise<z.output<Shape> | null> {
    const key = await this.keys.key(KEY);
    const rows = await this.database.read.findBy(SessionKey, { memberNo });
    const moment = { appId: this.config.wechat.appId, now: this.clock.now() };
    for (const { openid, sealed } of rows) {
      const opened = decryptOpenData({ ...data, sessionKey: openSecret(sealed, openid, key) }, moment, shape);
      if (opened !== null) return opened;
    }
    return null;
  }

  /** Of members who closed their account. */
  async forget({ manager }: Transaction, memberNos: readonly number[]): Promise<void> {
    await manager.delete(SessionKey, { memberNo: In([...memberNos]) });
  }
}

export interface SealedSessionKey {
  readonly openid: string;
  readonly sealed: string;
}
