import { Injectable } from '@nestjs/common';
import { StaffDirectory, principalOfStaff } from '../../foundation/organisation/index.ts';
import { Config } from '../../platform/config/index.ts';
import {
  type CallerAudience,
  type Credentials,
  type Principal,
  PrincipalResolver,
} from '../../platform/http/index.ts';
import { AdviserSignIn } from './adviser-sign-in.service.ts';
import { sessionIdle } from './identity.errors.ts';
import { equalSecrets } from './session-token.ts';
import { Sessions } from './session.service.ts';
import { SignInSteps } from './sign-in-steps.service.ts';

const CORE_SYSTEM = 'core-system';

/** Says who calls. Each audience has its own kind of credential; none opens the door of another. */
@Injectable()
export class SessionPrincipals extends PrincipalResolver {
  constructor(
    private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly staff: StaffDirectory,
    private readonly steps: SignInSteps,
    private readonly advisers: AdviserSignIn,
  ) {
    super();
  }

  async resolve(credentials: Credentials, audience: CallerAudience): Promise<Principal | null> {
    const secret = audience === 'staff' ? credentials.cookie : credentials.bearer;
    if (secret === null) return null;
    switch (audience) {
      case 'member':
        return this.member(secret);
      case 'adviser':
        return this.advisers.principalOf(secret);
      case 'staff':
        return this.person(secret, credentials.isUnattended);
      case 'machine':
        return this.machine(secret);
    }
  }

  private async member(token: string): Promise<Principal | null> {
    const session = await this.sessions.findMember(token);
    if (session === null) return null;
    const { sessionId, memberNo, memberId } = session;
    // A member has no book: lists of members are empty for them.
    const scope = { kind: 'book', staffId: '' } as const;
    return { audience: 'member', id: memberId, memberNo, roles: [], scope, sessionId };
  }

  /** Roles and scope are read anew each time: who is moved or leaves loses access at the next request. */
  private async person(token: string, isUnattended: boolean): Promise<Principal | null> {
    const session = await this.sessions.find(token, 'staff');
    if (session === null || session.staffId === null) return null;
    if (this.sessions.isIdle(session)) throw sessionIdle();
    if (!isUnattended) await this.sessions.noteUse(session);
    const staff = await this.staff.findServingStaff(session.staffId);
    if (staff === null) return null;
    const isHeldBack = (await this.steps.toDo(staff)).length > 0;
    return { ...principalOfStaff(staff, session.sessionId), isHeldBack };
  }

  private machine(bearer: string): Principal | null {
    const { coreSystemToken } = this.config;
    if (coreSystemToken === null || !equalSecrets(bearer, coreSystemToken)) return null;
    const scope = { kind: 'firm' } as const;
    return { audience: 'machine', id: CORE_SYSTEM, memberNo: null, roles: [], scope, sessionId: null };
  }
}
