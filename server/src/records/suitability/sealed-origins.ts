import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../../platform/config/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import type { RequestOrigin } from '../../platform/http/index.ts';
import { Keys, openSecret, sealSecret } from '../../platform/keys/index.ts';
import { ExternalIds } from '../identity/index.ts';

const KEY = 'suitability-origins';
const USER_AGENT_MAX = 300;

const KeptOrigin = z.object({ ip: z.string(), userAgent: z.string(), openid: z.string().nullable() });
/** The same with the WeChat account behind it (REQ-SUIT-8). */
export type KeptOrigin = z.infer<typeof KeptOrigin>;

/** Encrypts where a member said something from: it proves who said it, and serves nothing else. */
@Injectable()
export class SealedOrigins implements OnModuleInit {
  #key: Uint8Array = new Uint8Array();

  constructor(
    private readonly config: Config,
    private readonly randomness: Randomness,
    private readonly keys: Keys,
    private readonly externalIds: ExternalIds,
  ) {}

  /** The key is there before anybody writes: making one inside a transaction would wait for that very transaction. */
  async onModuleInit(): Promise<void> {
    this.#key = await this.keys.key(KEY);
  }

  /** @param ownerId of the record it belongs to: moved to another one it does not open */
  async seal(ownerId: string, memberNo: number, { ip, userAgent = '' }: RequestOrigin): Promise<string> {
    const wanted = { kind: 'wechat_openid', issuer: this.config.wechat.appId } as const;
    const openid = (await this.externalIds.of([memberNo], wanted)).get(memberNo) ?? null;
    const kept: KeptOrigin = { ip, userAgent: userAgent.slice(0, USER_AGENT_MAX), openid };
    return sealSecret(JSON.stringify(kept), ownerId, this.#key, this.randomness.bytes(12));
  }

  /** @throws {Error} when it was altered, or sealed for another record */
  open(ownerId: string, sealed: string): KeptOrigin {
    return KeptOrigin.parse(JSON.parse(openSecret(sealed, ownerId, this.#key)));
  }
}
