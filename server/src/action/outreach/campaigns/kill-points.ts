import { killHere as killAtPoint } from '../../../platform/jobs/index.ts';

/**
 * Places at which a test ends or freezes the process: a part is read and nothing is begun; who gets it is decided and
 * the budget taken; all is written; and committed.
 */
type KillPoint = 'campaigns.read' | 'campaigns.decided' | 'campaigns.written' | 'campaigns.committed';

export const killHere = (point: KillPoint): void => killAtPoint(point);

/** What `npm run prove -- campaign-kills --sabotage` takes away: how far it went is then committed before what was done. */
export const marksBeforeDoing = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env['NODE_ENV'] === 'test' && env['SIYU_SABOTAGE'] === 'mark-before-sending';
