import type { CardKind } from '@siyu/shared/contracts/verification.limits';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { call } from '../api/call';

/** The code under a card of ours, for pages that load it with the rest: each further drawing costs the phone. */
export async function findCardCode(kind: CardKind, key: string): Promise<string | null> {
  const answer = await call(verificationRoutes.getCardCode, { params: { kind, key } }).catch(() => null);
  return answer?.code ?? null;
}
