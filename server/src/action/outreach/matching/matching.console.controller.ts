import { Controller, Param, Query } from '@nestjs/common';
import { MemberMatches, Suggestions, SuggestionsQuery } from '@siyu/shared/contracts/matching';
import { matchingRoutes } from '@siyu/shared/contracts/matching.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { MatchingDesk } from './matching-desk.ts';

@Controller()
export class MatchingConsoleController {
  constructor(private readonly desk: MatchingDesk) {}

  @Bind(matchingRoutes.getMemberMatches, { response: MemberMatches })
  @Access({ audience: 'staff', roles: ['adviser', 'relationshipManager', 'branchHead', 'compliance'] })
  getMemberMatches(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
  ): Promise<MemberMatches> {
    return this.desk.ofMember(caller, memberId);
  }

  @Bind(matchingRoutes.getSuggestions, { response: Suggestions })
  @Access({ audience: 'staff', roles: ['adviser', 'relationshipManager'] })
  getSuggestions(
    @Caller() caller: Principal,
    @Query({ schema: SuggestionsQuery }) { segmentKeys }: z.output<typeof SuggestionsQuery>,
  ): Promise<Suggestions> {
    return this.desk.suggest(caller, segmentKeys);
  }
}
