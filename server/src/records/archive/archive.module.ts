import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { ModerationModule } from '../moderation/index.ts';
import { ArchiveConsents } from './archive-consents.ts';
import { ArchiveConsoleController } from './archive.console.controller.ts';
import { ArchiveCoverage } from './archive-coverage.ts';
import { ArchiveEntries } from './archive-entries.ts';
import { ArchiveLog } from './archive-log.ts';
import { ArchivePages } from './archive-page.ts';
import { ArchivePull } from './archive-pull.ts';
import { ArchiveSeats } from './archive-seats.ts';
import { ArchiveStanding } from './archive-standing.ts';
import { ArchiveTexts } from './archive-texts.ts';
import { ArchiveTimeline } from './archive-timeline.ts';
import { ClosedArchive } from './closed-archive.ts';
import { FindingContext } from './finding-context.ts';
import { FindingDesk } from './finding-desk.ts';

@Module({
  imports: [AuditModule, OrganisationModule, WechatModule, ModerationModule, IdentityModule],
  controllers: [ArchiveConsoleController],
  providers: [
    ArchiveConsents,
    ArchiveCoverage,
    ArchiveEntries,
    ArchiveLog,
    ArchivePages,
    ArchivePull,
    ArchiveSeats,
    ArchiveStanding,
    ArchiveTexts,
    ArchiveTimeline,
    ClosedArchive,
    FindingContext,
    FindingDesk,
  ],
  exports: [ArchiveCoverage, ArchiveStanding, ArchiveTimeline],
})
export class ArchiveModule {}
