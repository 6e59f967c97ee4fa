import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlatformCallbacks, textOf, WechatError, WecomApi } from '../../foundation/wechat/index.ts';
import { Config } from '../../platform/config/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { ExternalIds, Identity } from '../identity/index.ts';
import { WecomLookups } from './wecom-lookups.ts';

/** Somebody whom WeCom knows as a customer of the firm. */
export interface WecomPerson {
  readonly externalUserId: string;
  /** Null where WeCom was not told which open platform the firm is on. */
  readonly unionid: string | null;
}

const ADDED = 'change_external_contact.add_external_contact';
/** Nobody, or nobody's contact any more. */
const NO_CONTACT: readonly number[] = [40096, 84061];

/**
 * Which member a contact of WeCom is. Both have the same unionid; who is no member, or has not agreed to be recorded,
 * stays somebody whom only WeCom knows, until WeCom is looked at the next time.
 */
@Injectable()
export class ContactLinks implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly callbacks: PlatformCallbacks,
    private readonly wecom: WecomApi,
    private readonly lookups: WecomLookups,
    private readonly externalIds: ExternalIds,
    private readonly identity: Identity,
  ) {}

  onModuleInit(): void {
    this.callbacks.on('wecom', ADDED, 'communities-contact-added', async (tx, { facts }) => {
      const externalUserId = textOf(facts, 'ExternalUserID');
      if (externalUserId !== null) await this.lookups.want(tx, 'CONTACT', externalUserId);
    });
    this.lookups.on('CONTACT', (externalUserId) => this.#lookUp(externalUserId));
  }

  /** Links those who are members and may be; @returns their numbers by external_userid. */
  async link(tx: Transaction, persons: readonly WecomPerson[]): Promise<ReadonlyMap<string, number>> {
    const { manager } = tx;
    const contact = this.#contact();
    const linked = await this.externalIds.membersOf(
      persons.map(({ externalUserId }) => externalUserId),
      contact,
      manager,
    );
    const named = await this.externalIds.membersOf(
      persons.flatMap(({ unionid }) => unionid ?? []),
      { kind: 'wechat_unionid', issuer: 'wechat' },
      manager,
    );
    const found = persons.flatMap(({ externalUserId, unionid }) => {
      const memberNo = linked.get(externalUserId) ?? named.get(unionid ?? '');
      return memberNo === undefined ? [] : [{ externalUserId, memberNo }];
    });
    const agreed = await this.identity.permitted(
      found.map(({ memberNo }) => memberNo),
      'SERVICE',
      manager,
    );
    const members = new Map<string, number>();
    for (const { externalUserId, memberNo } of found) {
      if (!agreed.has(memberNo)) continue;
      const isTheirs =
        linked.has(externalUserId) ||
        (await this.identity.linkIdentity(tx, memberNo, { ...contact, externalId: externalUserId }));
      if (isTheirs) members.set(externalUserId, memberNo);
    }
    return members;
  }

  /** What WeCom calls members; whom it does not know is absent. */
  namesOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, string>> {
    return this.externalIds.of(memberNos, this.#contact());
  }

  #contact() {
    return { kind: 'wecom_external_contact', issuer: this.config.wecom?.corpId ?? '' } as const;
  }

  async #lookUp(externalUserId: string): Promise<(tx: Transaction) => Promise<void>> {
    const unionid = await this.wecom.externalContactGet(externalUserId).then(
      ({ external_contact }) => external_contact.unionid ?? null,
      (error: unknown) => {
        if (error instanceof WechatError && NO_CONTACT.includes(error.code)) return null;
        throw error;
      },
    );
    return async (tx) => void (await this.link(tx, [{ externalUserId, unionid }]));
  }
}
