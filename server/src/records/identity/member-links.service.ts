import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import { Database, type Fragment } from '../../platform/database/index.ts';
import { MemberLink } from './member-identity.entity.ts';

/** One person as readers see them: the registration that stands for them, and every number that is theirs. */
export interface Person {
  readonly memberNo: number;
  /** Numbers whose facts are to be read as this person's, `memberNo` first. */
  readonly numbers: readonly number[];
}

/** Which registrations are one person. Facts stay where they were written; readers ask here. */
@Injectable()
export class MemberLinks {
  constructor(private readonly database: Database) {}

  /**
   * The person behind each number, as known now; every number that is asked for is answered.
   * Committed links are read: they cannot change while the caller holds the clock of the member, and the
   * snapshot of a transaction may be older than its locks.
   */
  async personsOf(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, Person>> {
    if (memberNos.length === 0) return new Map();
    let links: readonly Pick<MemberLink, 'memberNo' | 'intoMemberNo'>[] = await openLinksOf(
      manager,
      memberNos,
    );
    // Rarely anything: then the other registrations of the same persons belong to the answer too.
    if (links.length > 0) {
      const into = In([...new Set(links.map((link) => link.intoMemberNo))]);
      links = await manager.findBy(MemberLink, { intoMemberNo: into, validTo: IsNull() });
    }
    const standsFor = new Map(links.map((link) => [link.memberNo, link.intoMemberNo]));
    const merged = new Map<number, number[]>();
    for (const { memberNo, intoMemberNo } of links)
      merged.set(
        intoMemberNo,
        [...(merged.get(intoMemberNo) ?? []), memberNo].sort((a, b) => a - b),
      );
    return new Map(
      memberNos.map((asked) => {
        const memberNo = standsFor.get(asked) ?? asked;
        return [asked, { memberNo, numbers: [memberNo, ...(merged.get(memberNo) ?? [])] }];
      }),
    );
  }

  /** The same numbers for one of them as a table to join, in the column `member_no`; for joint reads. */
  numbersOf(memberNo: number): Fragment {
    // Read once for the person: a merge that comes between two statements cannot come into one.
    const standsFor =
      'SELECT COALESCE(MAX(into_member_no), ?) AS member_no FROM member_links WHERE member_no = ? AND valid_to IS NULL';
    return {
      sql: `${standsFor} UNION SELECT l.member_no FROM member_links l JOIN (${standsFor}) p ON l.into_member_no = p.member_no WHERE l.valid_to IS NULL`,
      values: [memberNo, memberNo, memberNo, memberNo],
    };
  }

  /** Each number with the one that stands for it: itself, or the registration it was merged into. */
  async resolve(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, number>> {
    if (memberNos.length === 0) return new Map();
    const links = await manager.findBy(MemberLink, { memberNo: In([...memberNos]), validTo: IsNull() });
    const standsFor = new Map(links.map((link) => [link.memberNo, link.intoMemberNo]));
    return new Map(memberNos.map((memberNo) => [memberNo, standsFor.get(memberNo) ?? memberNo]));
  }

  /**
   * Numbers whose facts with a seq up to `seq` made up this member when its clock stood at `seq`, the own one
   * first. While registrations are merged their clocks stand alike, so one seq bounds the facts of them all.
   */
  async numbersAt(memberNo: number, seq: number): Promise<readonly number[]> {
    const bounds = { intoMemberNo: memberNo, fromSeq: LessThanOrEqual(seq) };
    const links = await this.database.read.find(MemberLink, {
      where: [
        { ...bounds, toSeq: IsNull() },
        { ...bounds, toSeq: MoreThan(seq) },
      ],
      order: { memberNo: 'ASC' },
    });
    return [memberNo, ...links.map((link) => link.memberNo)];
  }
}

/** Read past the entities: a walk over everybody asks several times for each, and hardly anybody has a link. */
function openLinksOf(
  manager: EntityManager,
  memberNos: readonly number[],
): Promise<readonly Pick<MemberLink, 'memberNo' | 'intoMemberNo'>[]> {
  const among = `IN (${memberNos.map(() => '?').join(',')})`;
  return manager.query(
    `SELECT member_no AS memberNo, into_member_no AS intoMemberNo FROM member_links
     WHERE (member_no ${among} AND valid_to IS NULL) OR (into_member_no ${among} AND valid_to IS NULL)`,
    [...memberNos, ...memberNos],
  );
}
