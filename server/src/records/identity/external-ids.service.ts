import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import { MemberIdentity } from './member-identity.entity.ts';
import { MemberLinks } from './member-links.service.ts';
import { type ExternalIdentity, type MemberRecord, MemberRegister } from './member-register.service.ts';

/** What members are called in other systems: whom a message goes to, and whom one came from. */
@Injectable()
export class ExternalIds {
  constructor(
    private readonly database: Database,
    private readonly links: MemberLinks,
    private readonly register: MemberRegister,
  ) {}

  /** The person behind an id. */
  findMember(identity: ExternalIdentity): Promise<MemberRecord | null> {
    return this.register.findByIdentities([identity]);
  }

  /** Every id of these numbers at an issuer. */
  async listAll(
    manager: EntityManager,
    memberNos: readonly number[],
    { kind, issuer }: Omit<ExternalIdentity, 'externalId'>,
  ): Promise<readonly string[]> {
    if (memberNos.length === 0) return [];
    const rows = await manager.findBy(MemberIdentity, { memberNo: In([...memberNos]), kind, issuer });
    return rows.map(({ externalId }) => externalId);
  }

  /** The person behind each id of an issuer; an id of nobody is absent. A few statements for any number. */
  async membersOf(
    externalIds: readonly string[],
    { kind, issuer }: Omit<ExternalIdentity, 'externalId'>,
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<string, number>> {
    if (externalIds.length === 0) return new Map();
    const wanted = In([...new Set(externalIds)]);
    const rows = await manager.findBy(MemberIdentity, { kind, issuer, externalId: wanted });
    const persons = await this.links.resolve(
      rows.map(({ memberNo }) => memberNo),
      manager,
    );
    return new Map(rows.map(({ externalId, memberNo }) => [externalId, persons.get(memberNo) ?? memberNo]));
  }

  /** The id of each person at an issuer, of several the one noted last; who has none is absent. */
  async of(
    memberNos: readonly number[],
    { kind, issuer }: Omit<ExternalIdentity, 'externalId'>,
  ): Promise<ReadonlyMap<number, string>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.links.personsOf(memberNos);
    const numbersOf = (memberNo: number) => persons.get(memberNo)?.numbers ?? [memberNo];
    const rows = await this.database.read.find(MemberIdentity, {
      where: { memberNo: In(memberNos.flatMap(numbersOf)), kind, issuer },
      order: { linkedAt: 'ASC', externalId: 'ASC' },
    });
    const ids = new Map(rows.map(({ memberNo, externalId }) => [memberNo, externalId]));
    const found = memberNos.map((memberNo) => {
      const id = numbersOf(memberNo)
        .map((number) => ids.get(number))
        .find((each) => each !== undefined);
      return [memberNo, id] as const;
    });
    return new Map(found.flatMap(([memberNo, id]) => (id === undefined ? [] : [[memberNo, id] as const])));
  }
}
