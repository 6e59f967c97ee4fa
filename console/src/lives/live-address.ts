import { livesPage } from '../app/pages.ts';

/** Where a new live is planned. */
export const newLivePath = `${livesPage.path}/new`;
export const livePath = (liveId: string): string => `${livesPage.path}/${liveId}`;
