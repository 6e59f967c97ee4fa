import { AppError, type Principal } from '../../platform/http/index.ts';

/** The guard lets in members only; one without number would be a fault of ours. */
export function numberOf({ memberNo }: Principal): number {
  if (memberNo === null) throw new AppError('http.forbidden', 403);
  return memberNo;
}
