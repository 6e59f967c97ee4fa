import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import { IdentityConflicts } from './identity-conflicts.service.ts';
import { memberNotFound } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberIdentity, MemberLink } from './member-identity.entity.ts';
import { MemberLinks } from './member-links.service.ts';
import { Member, MemberNumber } from './member.entity.ts';

export const IDENTITY_KINDS = [
  'core_customer',
  'wechat_openid',
  'wechat_unionid',
  'wecom_external_contact',
] as const;
export interface ExternalIdentity {
  readonly kind: (typeof IDENTITY_KINDS)[number];
  /** Who gave the id out: an appid, a corp id, `core`. */
  readonly issuer: string;
  readonly externalId: string;
}
/** A member as other modules see it. */
export interface MemberRecord {
  readonly memberNo: number;
  readonly memberId: string;
  readonly displayName: string;
  readonly branchId: string | null;
  readonly registeredAt: number;
}
export interface NewMember {
  readonly displayName?: string;
  readonly branchId?: string;
  readonly registeredAt?: number;
}

const COUNTER = 'member';
const READ_AT_ONCE = 500;

const keyOf = ({ kind, issuer, externalId }: Omit<ExternalIdentity, 'kind'> & { kind: string }): string =>
  [kind, issuer, externalId].join(' ');

/** Who is who: members, and their names in other systems. */
@Injectable()
export class MemberRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly clocks: MemberClocks,
    private readonly links: MemberLinks,
    private readonly conflicts: IdentityConflicts,
  ) {}

  /**
   * Finds the member of an identity or registers one. Registrations wait for each other on the counter row,
   * so one identity never becomes two members, and numbers stay dense. An identity that another person holds
   * stays theirs and is reported.
   */
  async registerOrFind(
    tx: Transaction,
    identity: ExternalIdentity,
    also: readonly ExternalIdentity[] = [],
    profile: NewMember = {},
  ): Promise<MemberRecord> {
    const lastNo = await this.lockCounter(tx);
    const identities = [identity, ...also];
    const known = await this.findByIdentities(identities, tx.manager);
    const member = known ?? (await this.register(tx, lastNo + 1, profile));
    for (const each of identities) await this.linkIdentity(tx, member.memberNo, each);
    return member;
  }

  /** @returns false when another person holds the identity; the conflict is on record then. */
  async linkIdentity(tx: Transaction, memberNo: number, identity: ExternalIdentity): Promise<boolean> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MemberIdentity)
      .values({ ...identity, memberNo, linkedAt: this.clock.now() })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const { kind, issuer, externalId } = identity;
    const query = tx.manager
      .createQueryBuilder(MemberIdentity, 'identity')
      .where('identity.kind = :kind AND identity.issuer = :issuer AND identity.externalId = :externalId', {
        kind,
        issuer,
        externalId,
      });
    // Somebody may have been quicker than the snapshot of this transaction.
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    const holderNo = (await query.getOneOrFail()).memberNo;
    if (holderNo === memberNo) return true;
    const persons = await this.links.resolve([holderNo, memberNo]);
    if (persons.get(holderNo) === persons.get(memberNo)) return true;
    await this.conflicts.report(tx, { kind, issuer, externalId, claimantNo: memberNo, holderNo });
    return false;
  }

  /** Whether every identity is somebody's already. */
  async areKnown(identities: readonly ExternalIdentity[]): Promise<boolean> {
    for (const { kind, issuer, externalId } of identities)
      if (!(await this.database.read.existsBy(MemberIdentity, { kind, issuer, externalId }))) return false;
    return true;
  }

  /** The first identity that is known decides; members merged into another one are read as that one. */
  async findByIdentities(
    identities: readonly ExternalIdentity[],
    manager: EntityManager = this.database.read,
  ): Promise<MemberRecord | null> {
    for (const { kind, issuer, externalId } of identities) {
      const found = await manager.findOneBy(MemberIdentity, { kind, issuer, externalId });
      if (found === null) continue;
      const link = await manager.findOneBy(MemberLink, { memberNo: found.memberNo, validTo: IsNull() });
      return this.getMember(link?.intoMemberNo ?? found.memberNo, manager);
    }
    return null;
  }

  async getMember(memberNo: number, manager: EntityManager = this.database.read): Promise<MemberRecord> {
    const member = await manager.findOneBy(Member, { memberNo });
    if (member === null) throw memberNotFound();
    return recordOf(member);
  }

  async findByPublicId(memberId: string): Promise<MemberRecord | null> {
    const member = await this.database.read.findOneBy(Member, { memberId });
    return member === null ? null : recordOf(member);
  }

  async listMembers(memberNos: readonly number[]): Promise<readonly MemberRecord[]> {
    if (memberNos.length === 0) return [];
    const members = await selectRows(this.database.read, Member, among('member_no', memberNos));
    return members.map(recordOf);
  }

  /** The same, but for those whose account was closed. */
  async listPresent(memberNos: readonly number[]): Promise<readonly MemberRecord[]> {
    if (memberNos.length === 0) return [];
    const { sql, values } = among('member_no', memberNos);
    const members = await selectRows(this.database.read, Member, {
      sql: `${sql} AND member_no NOT IN (SELECT c.member_no FROM account_closings c)`,
      values,
    });
    return members.map(recordOf);
  }

  async countMembers(): Promise<number> {
    return this.database.read.count(Member);
  }

  /** Those whose account was closed are nobody to be walked over. */
  async listNumbersAfter(memberNo: number, limit: number): Promise<readonly number[]> {
    const rows: { readonly memberNo: number }[] = await this.database.read.query(
      `SELECT m.member_no AS memberNo FROM members m WHERE m.member_no > ?
          AND NOT EXISTS (SELECT 1 FROM account_closings c WHERE c.member_no = m.member_no)
        ORDER BY m.member_no LIMIT ${limit}`,
      [memberNo],
    );
    return rows.map((row) => row.memberNo);
  }

  async highestNumber(): Promise<number> {
    const [last] = await this.database.read.find(Member, {
      select: { memberNo: true },
      order: { memberNo: 'DESC' },
      take: 1,
    });
    return last?.memberNo ?? 0;
  }

  /**
   * For many at once, as the first act of a transaction: leaves out whoever is known by one of their identities
   * and takes a number for each of the others, one after the other.
   */
  async reserve<Newcomer extends { readonly identities: readonly ExternalIdentity[] }>(
    tx: Transaction,
    newcomers: readonly Newcomer[],
  ): Promise<readonly (Newcomer & { readonly memberNo: number })[]> {
    const lastNo = await this.lockCounter(tx);
    const known = new Set<string>();
    const wanted = newcomers.flatMap(({ identities }) => identities);
    for (let at = 0; at < wanted.length; at += READ_AT_ONCE) {
      const ids = wanted.slice(at, at + READ_AT_ONCE).map(({ externalId }) => externalId);
      for (const row of await tx.manager.findBy(MemberIdentity, {
        kind: In([...IDENTITY_KINDS]),
        issuer: In([...new Set(wanted.map(({ issuer }) => issuer))]),
        externalId: In(ids),
      }))
        known.add(keyOf(row));
    }
    const unknown = newcomers.filter(({ identities }) => !identities.some((each) => known.has(keyOf(each))));
    if (unknown.length > 0)
      await tx.manager.update(MemberNumber, { name: COUNTER }, { lastNo: lastNo + unknown.length });
    return unknown.map((newcomer, at) => ({ ...newcomer, memberNo: lastNo + 1 + at }));
  }

  private async lockCounter(tx: Transaction): Promise<number> {
    const found = await this.readCounter(tx);
    if (found !== null) return found;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(MemberNumber)
      .values({ name: COUNTER, lastNo: 0 })
      .orIgnore()
      .updateEntity(false)
      .execute();
    return (await this.readCounter(tx)) ?? 0;
  }

  private async readCounter(tx: Transaction): Promise<number | null> {
    const query = tx.manager.createQueryBuilder(MemberNumber, 'counter').where('counter.name = :name', {
      name: COUNTER,
    });
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    return (await query.getOne())?.lastNo ?? null;
  }

  private async register(tx: Transaction, memberNo: number, profile: NewMember): Promise<MemberRecord> {
    const member = {
      memberNo,
      memberId: this.randomness.uuid(),
      displayName: profile.displayName ?? null,
      branchId: profile.branchId ?? null,
      registeredAt: profile.registeredAt ?? this.clock.now(),
    };
    await tx.manager.update(MemberNumber, { name: COUNTER }, { lastNo: memberNo });
    await tx.manager.insert(Member, member);
    await this.clocks.start(tx, memberNo);
    return recordOf(member);
  }
}

/** The last four characters of the random id tell nameless members apart and reveal nothing. */
export function nameFromId(memberId: string): string {
  return `客户${memberId.slice(-4).toUpperCase()}`;
}

function recordOf(member: Member): MemberRecord {
  const { memberNo, memberId, displayName, branchId, registeredAt } = member;
  return { memberNo, memberId, displayName: displayName ?? nameFromId(memberId), branchId, registeredAt };
}
