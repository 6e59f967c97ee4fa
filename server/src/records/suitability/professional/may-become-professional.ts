import { type Investor, standingOf } from '@siyu/shared/suitability';
import type { EpochDay } from '@siyu/shared/time';

/** Whether somebody's assessment lets them ask for it: one that counts, and not of the lowest category (art 12). */
export const mayBecomeProfessional = (investor: Investor, day: EpochDay): boolean =>
  standingOf(investor, day) === 'VALID' && investor.level !== 'C1_LOWEST' && !investor.hasRefusedInformation;
