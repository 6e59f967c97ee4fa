import { maskName } from './masked-name.ts';
import { type MemberRecord, nameFromId } from './member-register.service.ts';

/** A registration as staff see it where two are compared: enough to tell them apart, no more. */
export interface RegistrationName {
  readonly memberId: string;
  readonly displayName: string;
}

/** A name made from the id has nothing to hide. */
export function registrationName({ memberId, displayName }: MemberRecord): RegistrationName {
  const isMade = displayName === nameFromId(memberId);
  return { memberId, displayName: isMade ? displayName : maskName(displayName) };
}
