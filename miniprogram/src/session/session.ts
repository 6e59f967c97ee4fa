import type { MemberProfile, RuntimeInfo } from '@siyu/shared/contracts/identity';
import { createStore } from '../phone/store';

/**
 * starting: not known yet · choosing: a demo customer must be picked · no-wechat: nothing here can sign in ·
 * consenting: signed in, nothing recorded yet · entered: the app is open · failed: signing in did not work.
 */
export type Phase = 'starting' | 'choosing' | 'no-wechat' | 'consenting' | 'entered' | 'failed';

export interface SessionState {
  readonly phase: Phase;
  readonly member: MemberProfile | null;
  readonly runtime: RuntimeInfo | null;
  readonly sentence: string | null;
}

export const session = createStore<SessionState>({
  phase: 'starting',
  member: null,
  runtime: null,
  sentence: null,
});

/** The member whose acts may be recorded: signed in and with the service consent given. */
export function recordableMember(): string | null {
  const { member } = session.get();
  return member?.hasConsented === true ? member.memberId : null;
}

/** Takes over what the server says of the member. */
export function enterAs(member: MemberProfile): void {
  session.set((before) => ({
    ...before,
    member,
    sentence: null,
    phase: member.hasConsented ? 'entered' : 'consenting',
  }));
}
