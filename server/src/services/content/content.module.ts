import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { BrakesModule } from '../../foundation/brakes/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { FilesModule } from '../../platform/files/index.ts';
import { AdvisoryModule } from '../../records/advisory/index.ts';
import { ChannelsModule } from '../../records/channels/index.ts';
import { EntitlementsModule } from '../../records/entitlements/index.ts';
import { EngagementModule } from '../../records/engagement/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { ModerationModule } from '../../records/moderation/index.ts';
import { NotificationsModule } from '../../records/notifications/index.ts';
import { VerificationModule } from '../../records/verification/index.ts';
import { ClosedReading } from './closed-reading.ts';
import { ContentConsoleController } from './content.console.controller.ts';
import { ContentController } from './content.controller.ts';
import { Content } from './content.service.ts';
import { ContentTargets } from './content-targets.ts';
import { HeldLessons } from './held-lessons.ts';
import { KeptLessons } from './kept-lessons.ts';
import { LearningHistories } from './learning-histories.service.ts';
import { LearningRecordController } from './learning-record.controller.ts';
import { LearningRecords } from './learning-record.ts';
import { LessonAuthors } from './lesson-authors.ts';
import { LessonCards } from './lesson-cards.ts';
import { LessonCatalogue } from './lesson-catalogue.ts';
import { LessonDesk } from './lesson-desk.ts';
import { LessonEditing } from './lesson-editing.ts';
import { LessonPublication } from './lesson-publication.ts';
import { LessonReaderDesk } from './lesson-readers.ts';
import { LessonReading } from './lesson-reading.ts';
import { LessonReminders } from './lesson-reminders.ts';
import { LessonSearchController } from './lesson-search.controller.ts';
import { LessonSearch } from './lesson-search.ts';
import { LessonSchedule } from './lesson-schedule.ts';
import { LessonShelf } from './lesson-shelf.ts';
import { LessonSigning } from './lesson-signing.ts';
import { LessonTexts } from './lesson-texts.ts';
import { LessonTopics } from './lesson-topics.ts';
import { LessonUpload } from './lesson-upload.ts';
import { LessonWithdrawals } from './lesson-withdrawal.ts';
import { LessonWording } from './lesson-wording.ts';
import { MemberCorrections } from './member-corrections.ts';
import { MemberLessons } from './member-lessons.ts';
import { PathLog } from './path-log.ts';
import { PosterPictures } from './poster-pictures.ts';
import { PathDesk } from './paths/path-desk.ts';
import { PathEditing } from './paths/path-editing.ts';
import { PathFigures } from './paths/path-figures.ts';
import { PathLessons } from './paths/path-lessons.ts';
import { PathPublication } from './paths/path-publication.ts';
import { PathsConsoleController } from './paths/paths.console.controller.ts';
import { PathSchedule } from './paths/path-schedule.ts';
import { PathSettling } from './paths/path-settling.ts';
import { PathWording } from './paths/path-wording.ts';
import { StandingPaths } from './paths/standing-paths.ts';
import { QuizSubmissions } from './quiz-submissions.ts';
import { ReadableLessons } from './readable-lessons.ts';
import { ReadingLog } from './reading-log.ts';
import { SentContents } from './sent-contents.ts';
import { ServiceConsent } from './service-consent.ts';
import { SharedLessons } from './shared-lessons.ts';

@Module({
  imports: [
    ModerationModule,
    AuditModule,
    BrakesModule,
    OrganisationModule,
    ReviewsModule,
    FilesModule,
    IdentityModule,
    EngagementModule,
    EntitlementsModule,
    NotificationsModule,
    VerificationModule,
    ChannelsModule,
    AdvisoryModule,
  ],
  controllers: [
    ContentController,
    LearningRecordController,
    LessonSearchController,
    ContentConsoleController,
    PathsConsoleController,
  ],
  providers: [
    ClosedReading,
    Content,
    ContentTargets,
    HeldLessons,
    KeptLessons,
    LearningHistories,
    LearningRecords,
    LessonAuthors,
    LessonCards,
    LessonCatalogue,
    LessonDesk,
    LessonEditing,
    LessonPublication,
    LessonReaderDesk,
    LessonReading,
    LessonReminders,
    LessonSearch,
    LessonSchedule,
    LessonShelf,
    LessonSigning,
    LessonTexts,
    LessonTopics,
    LessonUpload,
    LessonWithdrawals,
    LessonWording,
    MemberCorrections,
    MemberLessons,
    PathDesk,
    PathEditing,
    PathFigures,
    PathLessons,
    PathLog,
    PosterPictures,
    PathPublication,
    PathSchedule,
    PathSettling,
    PathWording,
    QuizSubmissions,
    ReadableLessons,
    ReadingLog,
    SentContents,
    ServiceConsent,
    SharedLessons,
    StandingPaths,
  ],
  exports: [
    Content,
    LearningHistories,
    LessonAuthors,
    LessonEditing,
    LessonPublication,
    LessonReading,
    LessonTopics,
    PosterPictures,
    PathDesk,
    PathEditing,
    PathPublication,
    QuizSubmissions,
    SentContents,
    ServiceConsent,
  ],
})
export class ContentModule {}
