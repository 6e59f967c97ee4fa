import { Injectable } from '@nestjs/common';
import { Organisation } from '../../foundation/organisation/index.ts';
import type { Scope } from '../../platform/http/index.ts';

/** A condition on a column that holds member numbers, for the query builder's `andWhere`. */
export interface MemberCondition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Turns what a caller may see into a condition the database applies, so that nothing else ever leaves it. */
@Injectable()
export class MemberScopes {
  constructor(private readonly organisation: Organisation) {}

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
          sql: `${column} IN (SELECT member_no FROM members WHERE branch_id IN (:...scopeBranchIds))`,
          parameters: { scopeBranchIds },
        };
      }
      case 'book':
        return {
          sql: `${column} IN (SELECT member_no FROM member_advisers WHERE staff_id = :scopeStaffId AND unbound_at IS NULL)`,
          parameters: { scopeStaffId: scope.staffId },
        };
    }
  }
}
