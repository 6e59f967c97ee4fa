import type { RelationPath } from '@siyu/shared/contracts/scoring';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { call } from '../../api/call';
import { findCardCode } from '../../reading/card-code';

export interface MeLoaded {
  readonly path: RelationPath;
  /** Under the adviser's card; null without an adviser or an answer. */
  readonly adviserCode: string | null;
}

/** What “me” shows beside the member, in one go. */
export async function loadMe(registrationNo: string | null): Promise<MeLoaded> {
  const [path, adviserCode] = await Promise.all([
    call(scoringRoutes.getRelationPath, {}),
    registrationNo === null ? null : findCardCode('adviser', registrationNo),
  ]);
  return { path, adviserCode };
}
