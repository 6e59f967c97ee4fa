import type { MemberMatches, Suggestions, SuggestionsQuery } from './matching.ts';
import { defineRoute } from './route.ts';

export const matchingRoutes = {
  /** Within the caller's scope; the look is on record. */
  getMemberMatches: defineRoute<{ params: { memberId: string } }, MemberMatches>(
    'matching.getMemberMatches',
    'staff',
    'GET',
    '/v1/console/members/:memberId/matches',
  ),
  /** Counts of the caller's own book; nobody is named. */
  getSuggestions: defineRoute<{ query: SuggestionsQuery }, Suggestions>(
    'matching.getSuggestions',
    'staff',
    'GET',
    '/v1/console/campaign-suggestions',
  ),
} as const;
