import { incentivesPage } from '../app/pages.ts';

/** Where a new rule is written. */
export const newIncentivePath = `${incentivesPage.path}/new`;
export const incentivePath = (ruleId: string): string => `${incentivesPage.path}/${ruleId}`;
