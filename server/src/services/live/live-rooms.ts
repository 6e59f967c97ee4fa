import { Injectable } from '@nestjs/common';
import type { LiveCard, LiveRoom } from '@siyu/shared/contracts/live';
import { In } from 'typeorm';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Content, storedBasis } from '../content/index.ts';
import { LiveAttendance } from './live-audience.entity.ts';
import { LiveCards } from './live-cards.ts';
import { liveNotFound } from './live.errors.ts';
import { LiveGate } from './live-gate.ts';
import { nowOf } from './live-now.ts';
import { LiveStreams } from './live-streams.ts';
import type { Live } from './live.entity.ts';
import { WatchedTime } from './watched-time.ts';

/** The room of a live, as one member stands in it. */
@Injectable()
export class LiveRooms {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly content: Content,
    private readonly gate: LiveGate,
    private readonly cards: LiveCards,
    private readonly streams: LiveStreams,
    private readonly watched: WatchedTime,
  ) {}

  /** @throws {AppError} live.not_found, live.paused */
  async get(memberNo: number, liveId: string): Promise<LiveRoom> {
    const live = await this.gate.getFor(memberNo, liveId);
    const numbers = await this.identity.numbersOf(memberNo);
    const { platform, quizLessonId, finderUserName, noticeId, riskNote } = live;
    const [card, watchedMs, isAttended, lessons] = await Promise.all([
      this.#cardOf(live, numbers),
      platform === 'own' ? this.watched.of(liveId, numbers) : null,
      this.database.read.existsBy(LiveAttendance, { liveId, memberNo: In([...numbers]) }),
      quizLessonId === null ? [] : this.content.lessonsFor(memberNo),
    ]);
    return {
      card,
      now: nowOf(live),
      firmName: this.config.firm.name,
      riskNote,
      basis: storedBasis(live.basis),
      streamUrl: platform === 'own' && live.state === 'ON_AIR' ? this.streams.addressOf(liveId) : null,
      channels: finderUserName !== null && noticeId !== null ? { finderUserName, noticeId } : null,
      quizLessonId: lessons.some(({ lessonId }) => lessonId === quizLessonId) ? quizLessonId : null,
      watchedMinutes: watchedMs === null ? null : Math.floor(watchedMs / 60_000),
      isAttended,
    };
  }

  /** One of them as a card. */
  async cardFor(memberNo: number, live: Live): Promise<LiveCard> {
    return this.#cardOf(live, await this.identity.numbersOf(memberNo));
  }

  async #cardOf(live: Live, numbers: readonly number[]): Promise<LiveCard> {
    const [card] = await this.cards.cardsOf([live], numbers);
    if (card === undefined) throw liveNotFound();
    return card;
  }
}
