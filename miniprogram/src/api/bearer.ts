import type { Audience } from '@siyu/shared/contracts/route';

/** What the request adapter needs to know of a session, without knowing the session. */
export interface Bearer {
  token(): string | null;
  /** Signs in again without a word; false when it could not. */
  renew(): Promise<boolean>;
}

/** Who has a session on a phone. */
type Holder = Extract<Audience, 'member' | 'adviser'>;

const nobody: Bearer = { token: () => null, renew: () => Promise.resolve(false) };
const bearers: Record<Holder, Bearer> = { member: nobody, adviser: nobody };

export function provideBearer(provided: Bearer, holder: Holder = 'member'): void {
  bearers[holder] = provided;
}

export const currentBearer = (): Bearer => bearers.member;

/** Whose session a route takes; null: it takes none. */
export function bearerFor(audience: Audience): Bearer | null {
  return audience === 'member' || audience === 'adviser' ? bearers[audience] : null;
}
