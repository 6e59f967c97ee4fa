import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { BrakesModule } from '../../foundation/brakes/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { FilesModule } from '../../platform/files/index.ts';
import { AdvisoryModule } from '../../records/advisory/index.ts';
import { EngagementModule } from '../../records/engagement/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { ModerationModule } from '../../records/moderation/index.ts';
import { NotificationsModule } from '../../records/notifications/index.ts';
import { ContentModule } from '../content/index.ts';
import { ClosedLive } from './closed-live.ts';
import { HeldLives } from './held-lives.ts';
import { LiveAir } from './live-air.service.ts';
import { LiveApproval } from './live-approval.ts';
import { LiveArchiving } from './live-archiving.ts';
import { LiveAttendances } from './live-attendances.ts';
import { LiveBeats } from './live-beats.ts';
import { LiveCards } from './live-cards.ts';
import { LiveChatDesk } from './live-chat-desk.ts';
import { LiveChatLists } from './live-chat-lists.ts';
import { LiveChats } from './live-chat.ts';
import { LiveDetails } from './live-details.ts';
import { LiveCourse } from './live-course.ts';
import { LiveFigures } from './live-figures.ts';
import { LiveFiles } from './live-files.ts';
import { LiveFilings } from './live-filing.ts';
import { LiveGate } from './live-gate.ts';
import { LiveHistories } from './live-histories.service.ts';
import { LiveHosts } from './live-hosts.ts';
import { LivePlanning } from './live-planning.service.ts';
import { LiveReminders } from './live-reminders.ts';
import { LiveReservations } from './live-reservations.ts';
import { LiveRooms } from './live-rooms.ts';
import { LiveRows } from './live-rows.ts';
import { LiveRules } from './live-rules.ts';
import { LiveSteps } from './live-steps.ts';
import { LiveStreams } from './live-streams.ts';
import { LiveViewers } from './live-viewers.ts';
import { LiveWording } from './live-wording.ts';
import { WatchedTime } from './watched-time.ts';
import { LiveConsoleController } from './live.console.controller.ts';
import { LiveController } from './live.controller.ts';

/** Live sessions: filed and approved before they can be reserved, stopped in a moment, and kept. */
@Module({
  imports: [
    AuditModule,
    BrakesModule,
    ConfigurationModule,
    OrganisationModule,
    ReviewsModule,
    FilesModule,
    AdvisoryModule,
    EngagementModule,
    IdentityModule,
    ModerationModule,
    NotificationsModule,
    ContentModule,
  ],
  controllers: [LiveController, LiveConsoleController],
  providers: [
    ClosedLive,
    HeldLives,
    LiveAir,
    LiveApproval,
    LiveArchiving,
    LiveAttendances,
    LiveBeats,
    LiveCards,
    LiveChatDesk,
    LiveChatLists,
    LiveChats,
    LiveDetails,
    LiveCourse,
    LiveFigures,
    LiveFiles,
    LiveFilings,
    LiveGate,
    LiveHistories,
    LiveHosts,
    LivePlanning,
    LiveReminders,
    LiveReservations,
    LiveRooms,
    LiveRows,
    LiveRules,
    LiveSteps,
    LiveStreams,
    LiveViewers,
    LiveWording,
    WatchedTime,
  ],
  exports: [LiveHistories, LiveReservations],
})
export class LiveModule {}
