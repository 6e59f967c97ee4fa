import { Injectable } from '@nestjs/common';
import { Organisation } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { MemberLinks } from './member-links.service.ts';
import { Member } from './member.entity.ts';

/** A condition on a column that holds member numbers, for the query builder's `andWhere`. */
export interface MemberCondition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Numbers that stand for the rows of a table: who serves a registration serves the person it was merged into. */
const standingFor = (table: 'members' | 'member_advisers'): string =>
  `SELECT COALESCE(link.into_member_no, one.member_no) FROM ${table} one LEFT JOIN member_links link ON link.member_no = one.member_no AND link.valid_to IS NULL`;

/** Turns what a caller may see into a condition the database applies, so that nothing else ever leaves it. */
@Injectable()
export class MemberScopes {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly links: MemberLinks,
  ) {}

  /** @param column the qualified column, such as `facts.member_no`; code, never input. */
  async conditionOn(column: string, scope: Scope): Promise<MemberCondition> {
    switch (scope.kind) {
      case 'firm':
        return { sql: '1 = 1', parameters: {} };
      case 'branch': {
        const branches = await this.organisation.listBranches(scope.branchPath);
        const scopeBranchIds = branches.map((branch) => branch.branchId);
        if (scopeBranchIds.length === 0) return { sql: '1 = 0', parameters: {} };
        return {
          sql: `${column} IN (${standingFor('members')} WHERE one.branch_id IN (:...scopeBranchIds))`,
          parameters: { scopeBranchIds },
        };
      }
      case 'book':
        return {
          sql: `${column} IN (${standingFor('member_advisers')} WHERE one.staff_id = :scopeStaffId AND one.unbound_at IS NULL)`,
          parameters: { scopeStaffId: scope.staffId },
        };
    }
  }

  /**
   * Whether one member is in a scope; a registration that was merged is where the person is. Who closed the account is
   * in nobody's.
   */
  async covers(scope: Scope, memberNo: number): Promise<boolean> {
    const standsFor = (await this.links.resolve([memberNo])).get(memberNo) ?? memberNo;
    const { sql, parameters } = await this.conditionOn('member.member_no', scope);
    return this.database.read
      .createQueryBuilder(Member, 'member')
      .where('member.member_no = :standsFor', { standsFor })
      .andWhere(
        'NOT EXISTS (SELECT 1 FROM account_closings closed WHERE closed.member_no = member.member_no)',
      )
      .andWhere(sql, parameters)
      .getExists();
  }
}
