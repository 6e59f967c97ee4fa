import { Injectable } from '@nestjs/common';
import { Organisation } from '../../foundation/organisation/index.ts';
import type { Scope } from '../../platform/http/index.ts';

/** Branches whose accounts a caller may see; null: everybody's, the firm's own included. */
export type Reach = ReadonlySet<string> | null;

/** Turns a scope into the branches it reaches. A book holds members, no accounts. */
@Injectable()
export class ChannelScope {
  constructor(private readonly organisation: Organisation) {}

  async reachOf(scope: Scope): Promise<Reach> {
    if (scope.kind === 'firm') return null;
    if (scope.kind === 'book') return new Set();
    const branches = await this.organisation.listBranches(scope.branchPath);
    return new Set(branches.map(({ branchId }) => branchId));
  }
}

/** Whether an account of this branch lies inside. */
export const isInReach = (reach: Reach, branchId: string | null): boolean =>
  reach === null || (branchId !== null && reach.has(branchId));
