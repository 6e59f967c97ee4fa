import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { Audience } from '@siyu/shared/contracts/route';

export type CallerAudience = Exclude<Audience, 'public'>;

/** Which members a caller may see; a required argument of every query about members. */
export type Scope =
  | { readonly kind: 'firm' }
  | { readonly kind: 'branch'; readonly branchPath: string }
  | { readonly kind: 'book'; readonly staffId: string };

/** Who calls. */
export interface Principal {
  readonly audience: CallerAudience;
  /** Public id of the member or staff; name of the machine. */
  readonly id: string;
  readonly memberNo: number | null;
  readonly roles: readonly Role[];
  readonly scope: Scope;
  readonly sessionId: string | null;
  /** Signed in, but something is to be done first: only the caller's own matters are open. */
  readonly isHeldBack?: boolean;
}

/** What a request carries to say who calls. */
export interface Credentials {
  readonly bearer: string | null;
  readonly cookie: string | null;
  /** Sent by a page that nobody has touched for a while. */
  readonly isUnattended: boolean;
}

/** Turns what a request carries into a caller; declared here for the guard, provided by identity. */
export abstract class PrincipalResolver {
  /**
   * Answers null for credentials that are absent, unknown, expired, revoked or of another audience.
   * @throws {AppError} with 401 where it is to be told why they hold no longer
   */
  abstract resolve(credentials: Credentials, audience: CallerAudience): Promise<Principal | null>;
}
