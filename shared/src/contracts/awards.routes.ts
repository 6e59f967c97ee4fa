import type {
  CheckInState,
  DecideHold,
  MemberAwardQuery,
  MemberAwards,
  MissionBoard,
  StaffAward,
  StaffAwardQuery,
  StaffAwards,
  WithdrawFact,
} from './awards.ts';
import { defineRoute } from './route.ts';

interface OfAward {
  readonly params: { readonly awardId: string };
}

export const awardsRoutes = {
  /** Once a day of Shanghai; told again it changes nothing. */
  checkIn: defineRoute<{}, CheckInState>('awards.checkIn', 'member', 'POST', '/v1/check-ins'),
  getMissions: defineRoute<{}, MissionBoard>('awards.getMissions', 'member', 'GET', '/v1/missions'),
  listAwards: defineRoute<{ query: MemberAwardQuery }, MemberAwards>(
    'awards.listAwards',
    'member',
    'GET',
    '/v1/awards',
  ),
  listStaffAwards: defineRoute<{ query: StaffAwardQuery }, StaffAwards>(
    'awards.listStaffAwards',
    'staff',
    'GET',
    '/v1/console/awards',
  ),
  /** Gives an award that is held, or refuses it; decided again the same way it changes nothing. */
  decideHold: defineRoute<OfAward & { body: DecideHold }, StaffAward>(
    'awards.decideHold',
    'staff',
    'POST',
    '/v1/console/awards/:awardId/decision',
  ),
  /** What the award rests on did not happen as it was told: everything that was given for it is taken back. */
  withdrawFact: defineRoute<OfAward & { body: WithdrawFact }, StaffAward>(
    'awards.withdrawFact',
    'staff',
    'POST',
    '/v1/console/awards/:awardId/withdrawal',
  ),
} as const;
