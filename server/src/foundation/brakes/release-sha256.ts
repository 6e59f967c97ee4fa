import { sha256OfJson } from '../audit/index.ts';
import type { Brake } from './brake.entity.ts';

/** Of what the second person decides on: another request, or another brake, has another one. */
export const releaseSha256 = ({ brakeId, kind, target, reason, askedTimes, askedReason }: Brake): string =>
  sha256OfJson({ brakeId, kind, target, reason, askedTimes, askedReason });
