import { maskName } from './masked-name.ts';
import { type MemberRecord, nameFromId } from './member-register.service.ts';

/** A member as staff see one without a need for the name: enough to tell two apart, no more. */
export interface MaskedMember {
  readonly memberId: string;
  readonly displayName: string;
}

/** A name made from the id has nothing to hide. */
export function maskedMember({ memberId, displayName }: MemberRecord): MaskedMember {
  const isMade = displayName === nameFromId(memberId);
  return { memberId, displayName: isMade ? displayName : maskName(displayName) };
}
