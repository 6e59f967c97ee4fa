import type { RelationPath } from '@siyu/shared/contracts/scoring';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { call } from '../../api/call';

export interface MeLoaded {
  readonly path: RelationPath;
  /** Under the adviser's card; null without an adviser or an answer. */
  readonly adviserCode: string | null;
}

/** What “me” shows beside the member, in one go: each further drawing costs the phone. */
export async function loadMe(registrationNo: string | null): Promise<MeLoaded> {
  const code = async (): Promise<string | null> => {
    if (registrationNo === null) return null;
    const params = { kind: 'adviser', key: registrationNo } as const;
    const answer = await call(verificationRoutes.getCardCode, { params }).catch(() => null);
    return answer?.code ?? null;
  };
  const [path, adviserCode] = await Promise.all([call(scoringRoutes.getRelationPath, {}), code()]);
  return { path, adviserCode };
}
