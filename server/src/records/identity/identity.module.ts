import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { PrincipalResolver } from '../../platform/http/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { AccountClosingController } from './account-closing.controller.ts';
import { AccountClosings } from './account-closings.service.ts';
import { AccountLinkController } from './account-link.controller.ts';
import { AccountLinkGuard } from './account-link-guard.service.ts';
import { AccountLinks } from './account-links.service.ts';
import { AdultStatements } from './adult-statements.service.ts';
import { AdviserSignIn } from './adviser-sign-in.service.ts';
import { AdviserBook } from './adviser-book.service.ts';
import { BookHandover } from './book-handover.service.ts';
import { Conclusions } from './conclusions.service.ts';
import { Consents } from './consent.service.ts';
import { CoreAccounts } from './core-accounts.service.ts';
import { CoreCustomers } from './core-customer.service.ts';
import { CoreSystem } from './core-system.ts';
import { CoreTellings } from './core-tellings.service.ts';
import { DeviceMarks } from './device-marks.service.ts';
import { ExternalIds } from './external-ids.service.ts';
import { HttpCoreSystem } from './http-core-system.ts';
import { IdentityConflicts } from './identity-conflicts.service.ts';
import { IdentityConsoleController } from './identity.console.controller.ts';
import { IdentityController } from './identity.controller.ts';
import { IdentityEvents } from './identity.events.ts';
import { Identity } from './identity.service.ts';
import { MemberAccount } from './member-account.service.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLinkDesk } from './member-link-desk.service.ts';
import { MemberLinkLists } from './member-link-lists.service.ts';
import { MemberLinksConsoleController } from './member-links.console.controller.ts';
import { MemberHistories } from './member-histories.service.ts';
import { MemberLinks } from './member-links.service.ts';
import { MemberMerges } from './member-merges.service.ts';
import { MemberProfiles } from './member-profile.service.ts';
import { MemberRegister } from './member-register.service.ts';
import { MemberScopes } from './member-scopes.service.ts';
import { MemberSignIn } from './member-sign-in.service.ts';
import { ClosedIdentity } from './closed-identity.service.ts';
import { ClosingJournal } from './closing-journal.ts';
import { ClosingReplay } from './closing-replay.ts';
import { ComplianceDesk } from './compliance-desk.service.ts';
import { PresenceChecks } from './presence-checks.service.ts';
import { Restrictions } from './restrictions.service.ts';
import { RuntimeController } from './runtime.controller.ts';
import { OwnSecondFactor } from './own-second-factor.service.ts';
import { RoleChangeDesk } from './role-change-desk.service.ts';
import { SecondFactors } from './second-factors.service.ts';
import { SessionPrincipals } from './session-principals.ts';
import { SessionPurge } from './session-purge.ts';
import { Sessions } from './session.service.ts';
import { StaffPhoneConsoleController } from './staff-phone.console.controller.ts';
import { StaffPhoneController } from './staff-phone.controller.ts';
import { StaffPhones } from './staff-phones.service.ts';
import { SignInConsoleController } from './sign-in.console.controller.ts';
import { SignInSteps } from './sign-in-steps.service.ts';
import { StaffAccount } from './staff-account.service.ts';
import { StaffConsoleController } from './staff.console.controller.ts';
import { StaffDesk } from './staff-desk.service.ts';
import { StaffList } from './staff-list.service.ts';
import { StaffSessions } from './staff-sessions.service.ts';
import { StaffLoginGuard } from './staff-login-guard.service.ts';

@Module({
  imports: [AuditModule, ChannelsModule, OrganisationModule, ReviewsModule, WechatModule],
  controllers: [
    RuntimeController,
    IdentityController,
    AccountClosingController,
    AccountLinkController,
    IdentityConsoleController,
    MemberLinksConsoleController,
    SignInConsoleController,
    StaffConsoleController,
    StaffPhoneConsoleController,
    StaffPhoneController,
  ],
  providers: [
    AccountClosings,
    ClosedIdentity,
    AccountLinkGuard,
    AccountLinks,
    AdultStatements,
    AdviserBook,
    AdviserSignIn,
    BookHandover,
    Conclusions,
    Consents,
    CoreAccounts,
    CoreCustomers,
    CoreTellings,
    DeviceMarks,
    ExternalIds,
    Identity,
    IdentityConflicts,
    IdentityEvents,
    MemberAccount,
    MemberClocks,
    MemberLinkDesk,
    MemberLinkLists,
    MemberHistories,
    MemberLinks,
    MemberMerges,
    MemberProfiles,
    MemberRegister,
    MemberScopes,
    MemberSignIn,
    ClosingJournal,
    ClosingReplay,
    ComplianceDesk,
    OwnSecondFactor,
    PresenceChecks,
    Restrictions,
    RoleChangeDesk,
    SecondFactors,
    SessionPurge,
    Sessions,
    SignInSteps,
    StaffAccount,
    StaffDesk,
    StaffList,
    StaffLoginGuard,
    StaffPhones,
    StaffSessions,
    { provide: CoreSystem, useClass: HttpCoreSystem },
    { provide: PrincipalResolver, useClass: SessionPrincipals },
  ],
  exports: [
    BookHandover,
    Conclusions,
    CoreTellings,
    DeviceMarks,
    ExternalIds,
    Identity,
    IdentityEvents,
    MemberHistories,
    MemberScopes,
    PresenceChecks,
    PrincipalResolver,
    StaffDesk,
  ],
})
export class IdentityModule {}
