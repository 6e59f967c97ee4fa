import { Injectable } from '@nestjs/common';
import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import { In, type EntityManager } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Touches } from '../channels/index.ts';
import { currentConsentText } from './consent-texts.ts';
import { Consent, CurrentConsent } from './consent.entity.ts';
import type { ConsentChannel } from './consent.service.ts';
import { CoreAccounts } from './core-accounts.service.ts';
import { CORE_ISSUER } from './core-issuer.ts';
import { separateConsentMissing, serviceConsentMissing } from './identity.errors.ts';
import { type IdentityEvent, IdentityEvents } from './identity.events.ts';
import { MemberAdviser } from './member-adviser.entity.ts';
import { MemberClock, MemberDue } from './member-clock.entity.ts';
import { MemberIdentity } from './member-identity.entity.ts';
import { type ExternalIdentity, MemberRegister } from './member-register.service.ts';
import { Member } from './member.entity.ts';

/** What is known of a member who joined in the past; moments are epoch ms. */
export interface MemberHistory {
  /** The first is the one the member is found by. */
  readonly identities: readonly [ExternalIdentity, ...ExternalIdentity[]];
  readonly displayName: string;
  readonly branchId: string | null;
  readonly registeredAt: number;
  /** Agreed to in the texts in force; SERVICE is among them when there are any. */
  readonly consents: readonly ConsentPurpose[];
  readonly consentedAt: number;
  readonly adviser: { readonly staffId: string; readonly boundAt: number } | null;
  /** Account at the firm, verified at a counter; needs SENSITIVE. */
  readonly account: { readonly coreCustomerId: string; readonly linkedAt: number } | null;
  /** The placement they came by; absent or null when nobody knows. */
  readonly placementId?: string | null;
}

/** The clock of a member after the transaction that registered them. */
const FIRST_SEQ = 1;
const READ_AT_ONCE = 500;

/**
 * Registers many members with what they agreed to and whom they are tied to, a few statements for all: what
 * registration, consent, binding and link leave behind one by one, at moments that lie back. For history that is
 * loaded; a living member goes through the services.
 */
@Injectable()
export class MemberHistories {
  constructor(
    private readonly database: Database,
    private readonly randomness: Randomness,
    private readonly register: MemberRegister,
    private readonly accounts: CoreAccounts,
    private readonly events: IdentityEvents,
    private readonly audit: Audit,
    private readonly touches: Touches,
  ) {}

  /**
   * To be the first act of a transaction of at most a few hundred members. Whoever is known already by one of the
   * identities is left as they are.
   * @throws {AppError} identity.service_consent_missing, identity.separate_consent_missing
   */
  async record(tx: Transaction, histories: readonly MemberHistory[], channel: ConsentChannel): Promise<void> {
    for (const { consents, adviser, account } of histories) {
      if ((consents.length > 0 || adviser !== null) && !consents.includes('SERVICE'))
        throw serviceConsentMissing();
      if (account !== null && !consents.includes('SENSITIVE')) throw separateConsentMissing();
    }
    const reserved = await this.register.reserve(tx, histories);
    const members = reserved.map((history) => ({ ...history, memberId: this.randomness.uuid() }));
    const isTold = ({ consents }: MemberHistory) => consents.length > 0;
    await insertRows(tx, Member, members);
    const clocks = members.map((member) => ({
      memberNo: member.memberNo,
      seq: isTold(member) ? FIRST_SEQ : 0,
    }));
    await insertRows(tx, MemberClock, clocks);
    await insertRows(
      tx,
      MemberDue,
      clocks.map(({ memberNo, seq }) => ({ memberNo, wantedSeq: seq, doneSeq: 0, isPending: seq > 0 })),
    );
    await insertRows(
      tx,
      MemberIdentity,
      members.flatMap(({ identities, memberNo, registeredAt }) =>
        identities.map((identity) => ({ ...identity, memberNo, linkedAt: registeredAt })),
      ),
    );
    await this.link(tx, members);
    await this.bind(tx, members);
    const consents = await this.consent(tx, members, channel);
    await this.touches.recordJoinings(
      tx,
      members.filter(isTold).map(({ memberNo, consentedAt, placementId = null }) => {
        return { memberNo, joinedAt: consentedAt, placementId };
      }),
    );
    await this.events.publishAll(
      tx,
      members.filter(isTold).map((member) => ({
        memberNo: member.memberNo,
        seq: FIRST_SEQ,
        events: this.eventsOf(member, consents.get(member.memberNo) ?? []),
      })),
    );
  }

  /** Numbers of those of the identities that are known, by external id; all are of one kind and issuer. */
  async numbersOf(
    kind: ExternalIdentity['kind'],
    issuer: string,
    externalIds: readonly string[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<string, number>> {
    const numbers = new Map<string, number>();
    for (let at = 0; at < externalIds.length; at += READ_AT_ONCE) {
      const wanted = In(externalIds.slice(at, at + READ_AT_ONCE));
      for (const row of await manager.findBy(MemberIdentity, { kind, issuer, externalId: wanted }))
        numbers.set(row.externalId, row.memberNo);
    }
    return numbers;
  }

  private async link(tx: Transaction, members: readonly Registered[]): Promise<void> {
    const linked = members.flatMap((member) =>
      member.account === null ? [] : [{ ...member, ...member.account }],
    );
    if (linked.length === 0) return;
    await insertRows(
      tx,
      MemberIdentity,
      linked.map(({ memberNo, coreCustomerId, linkedAt }) => {
        return { kind: 'core_customer', issuer: CORE_ISSUER, externalId: coreCustomerId, memberNo, linkedAt };
      }),
    );
    await this.accounts.attach(
      tx,
      linked.map(({ memberNo, coreCustomerId }) => ({ memberNo, coreCustomerId, seq: FIRST_SEQ })),
    );
    await this.audit.recordAll(
      tx,
      linked.map(({ memberId, memberNo }) => ({
        actor: 'system',
        action: 'identity.core_customer_linked',
        subjectKind: 'member',
        subjectId: memberId,
        subjectNo: memberNo,
        reasonCode: 'verified_by_counter',
      })),
    );
  }

  private async bind(tx: Transaction, members: readonly Registered[]): Promise<void> {
    const ties = members.flatMap(({ memberNo, adviser }) =>
      adviser === null ? [] : [{ memberNo, ...adviser, unboundAt: null, seq: FIRST_SEQ, endedSeq: null }],
    );
    await insertRows(tx, MemberAdviser, ties);
  }

  private async consent(
    tx: Transaction,
    members: readonly Registered[],
    channel: ConsentChannel,
  ): Promise<ReadonlyMap<number, readonly string[]>> {
    const rows = members.flatMap(({ memberNo, consents, consentedAt }) =>
      consents.map((purpose) => {
        const { version, sha256 } = currentConsentText(purpose);
        return {
          consentId: this.randomness.uuid(),
          memberNo,
          purpose,
          textVersion: version,
          textSha256: sha256,
          channel,
          isGranted: true,
          decidedAt: consentedAt,
        };
      }),
    );
    await insertRows(tx, Consent, rows);
    await insertRows(tx, CurrentConsent, rows);
    const ids = new Map<number, string[]>();
    for (const { memberNo, consentId } of rows) ids.set(memberNo, [...(ids.get(memberNo) ?? []), consentId]);
    return ids;
  }

  private eventsOf(member: Registered, consentIds: readonly string[]): readonly IdentityEvent[] {
    const { memberId, registeredAt, consentedAt, adviser } = member;
    return [
      { eventId: memberId, type: 'member_registered', occurredAt: registeredAt },
      ...consentIds.map((eventId) => {
        return { eventId, type: 'consent_granted', occurredAt: consentedAt } as const;
      }),
      ...(adviser === null
        ? []
        : [
            {
              eventId: this.randomness.uuid(),
              type: 'adviser_bound',
              occurredAt: adviser.boundAt,
            } as const,
          ]),
    ];
  }
}

type Registered = MemberHistory & { readonly memberNo: number; readonly memberId: string };
