import { Injectable } from '@nestjs/common';
import type { LessonCard } from '@siyu/shared/contracts/content';
import type { FeedCard, FeedPage } from '@siyu/shared/contracts/feed';
import { Clock } from '../../platform/clock/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Content } from '../../services/content/index.ts';
import { FeedAudience } from './feed-audience.ts';
import { FeedConfiguration } from './feed-configuration.ts';
import { cardAtCursor, cursorAfter } from './feed-cursor.ts';
import { consentRequired } from './feed.errors.ts';
import { compareByDate, compareRanked, rankFeed, type RankedLesson } from './rank-feed.ts';

/** What each member is shown next, and why. */
@Injectable()
export class Feed {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly content: Content,
    private readonly audience: FeedAudience,
    private readonly configuration: FeedConfiguration,
  ) {}

  async getFeed(memberNo: number, limit: number, cursor: string | undefined): Promise<FeedPage> {
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    const now = this.clock.now();
    const after = cardAtCursor(cursor);
    const isPersonalised = await this.identity.mayProcess(memberNo, 'PROFILING');
    const [lessons, cards, progress, audience, { value: weights }] = await Promise.all([
      this.content.publishedLessons(),
      this.content.cardsOf(memberNo),
      this.content.progressOf(memberNo),
      isPersonalised ? this.audience.audienceOf(memberNo) : null,
      this.configuration.weightsAt(now),
    ]);
    const cardById = new Map(cards.map((card) => [card.lessonId, card]));
    const finished = new Set(cards.filter((card) => card.isCompleted).map((card) => card.lessonId));
    const ranked = rankFeed(lessons, finished, audience, weights, now);
    const compare = audience === null ? compareByDate : compareRanked;
    const rest = after === null ? ranked : ranked.filter((each) => compare(after, each) < 0);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      cards: page.flatMap((each) => cardOf(each, cardById)),
      nextCursor: rest.length > limit && last !== undefined ? cursorAfter(last) : null,
      continueLesson: lastBegun(progress, cardById),
      isPersonalised,
    };
  }
}

/** The lesson touched last among those begun and not finished; `progress` comes with the last touched first. */
function lastBegun(
  progress: ReadonlyMap<string, number>,
  cards: ReadonlyMap<string, LessonCard>,
): LessonCard | null {
  for (const [lessonId, readPercent] of progress) {
    const card = cards.get(lessonId);
    if (card !== undefined && !card.isCompleted && readPercent > 0) return card;
  }
  return null;
}

function cardOf({ lesson, reason }: RankedLesson, cards: ReadonlyMap<string, LessonCard>): FeedCard[] {
  const card = cards.get(lesson.lessonId);
  if (card === undefined) return [];
  return [
    { cardId: lesson.lessonId, lesson: card, reason: { code: reason.code, params: { ...reason.params } } },
  ];
}
