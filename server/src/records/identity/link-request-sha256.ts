import type { LinkRequestKind } from '@siyu/shared/contracts/identity.limits';
import { sha256OfJson } from '../../foundation/audit/index.ts';

/** Hash of what is asked for: what a reviewer saw is what is done. */
export function linkRequestSha256(request: {
  readonly kind: LinkRequestKind;
  readonly memberId: string;
  readonly intoMemberId: string;
  readonly reason: string;
}): string {
  const { kind, memberId, intoMemberId, reason } = request;
  return sha256OfJson({ kind, memberId, intoMemberId, reason });
}
