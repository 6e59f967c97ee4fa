import { killHere as killAtPoint } from '../../../platform/jobs/index.ts';

/** Places at which a test ends the process: before `SENDING` is committed, after it, and after the call. */
type KillPoint = 'sends.claiming' | 'sends.claimed' | 'sends.called';

export const killHere = (point: KillPoint): void => killAtPoint(point);

/** What `npm run prove -- sends --sabotage` takes away: then messages nobody knows the end of are sent again. */
export const sendsUnknownAgain = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env['NODE_ENV'] === 'test' && env['SIYU_SABOTAGE'] === 'resend-unknown';
