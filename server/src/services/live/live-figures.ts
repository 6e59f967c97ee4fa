import { Injectable } from '@nestjs/common';
import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { Database } from '../../platform/database/index.ts';
import { LiveAttendance, LiveChatEntry } from './live-audience.entity.ts';
import type { Live } from './live.entity.ts';
import { WatchedTime } from './watched-time.ts';

/** What a live came to, in figures. */
@Injectable()
export class LiveFigures {
  constructor(
    private readonly database: Database,
    private readonly watched: WatchedTime,
  ) {}

  async of({ liveId, reservations }: Live): Promise<LiveDetail['figures']> {
    const { read } = this.database;
    const [watched, attended, chats, chatsWaiting] = await Promise.all([
      this.watched.figures(liveId),
      read.countBy(LiveAttendance, { liveId }),
      read.countBy(LiveChatEntry, { liveId }),
      read.countBy(LiveChatEntry, { liveId, state: 'WAITING' }),
    ]);
    return { ...watched, reservations, attended, chats, chatsWaiting };
  }
}
