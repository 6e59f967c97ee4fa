import { Injectable } from '@nestjs/common';
import type { ContentCard, LessonCard } from '@siyu/shared/contracts/content';
import type { FeedCard, FeedPage } from '@siyu/shared/contracts/feed';
import { dayOfInstant, startOfDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Database, JointRead } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { type CardMaker, cardMakerOf, Content, settledOf } from '../../services/content/index.ts';
import { FeedAudience } from './feed-audience.ts';
import { FeedConfiguration } from './feed-configuration.ts';
import { cardAtCursor, cursorAfter } from './feed-cursor.ts';
import { consentRequired } from './feed.errors.ts';
import { compareByDate, compareRanked, rankFeed, type RankedLesson } from './rank-feed.ts';
import { SentCards } from './sent-cards.ts';

/** What each member is shown next, and why. */
@Injectable()
export class Feed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly content: Content,
    private readonly audience: FeedAudience,
    private readonly configuration: FeedConfiguration,
    private readonly sentCards: SentCards,
  ) {}

  async getFeed(memberNo: number, limit: number, cursor: string | undefined): Promise<FeedPage> {
    // One statement for all that a page asks; of what the member does not allow nothing is looked at.
    const joint = new JointRead(this.database);
    const permitted = joint.add(
      this.identity.permittedPurposes(memberNo, ['SERVICE', 'PROFILING', 'MARKETING']),
    );
    const shelved = joint.add(this.content.shelfOf(memberNo));
    const known = joint.add(this.audience.audienceOf(memberNo));
    const sent = joint.add(this.sentCards.sentTo(memberNo));
    await joint.run();
    if (!permitted().has('SERVICE')) throw consentRequired();
    const now = this.clock.now();
    const after = cardAtCursor(cursor);
    const isPersonalised = permitted().has('PROFILING');
    const audience = isPersonalised ? known() : null;
    const shelf = shelved();
    // Whoever does not want to be recommended anything any more is not, from this page on.
    const recommended = permitted().has('MARKETING') ? sent() : [];
    const [{ shown, isPaused }, { value: weights }, senders] = await Promise.all([
      this.content.contentsBeside(shelf),
      this.configuration.weightsAt(now),
      this.sentCards.sendersOf(memberNo, recommended),
    ]);
    const today = startOfDay(dayOfInstant(now));
    const ranked = rankFeed(shown, settledOf(shown, shelf, today), audience, weights, now, senders);
    const compare = audience === null ? compareByDate : compareRanked;
    const rest = after === null ? ranked : ranked.filter((each) => compare(after, each) < 0);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    // Only the cards that are shown are made.
    const cardOf = cardMakerOf(shown, shelf);
    return {
      cards: page.flatMap((each) => feedCardOf(each, cardOf(each.lesson.lessonId))),
      nextCursor: rest.length > limit && last !== undefined ? cursorAfter(last) : null,
      continueLesson: lastBegun(shelf.progress, cardOf),
      isPersonalised,
      isPaused,
      unseenCorrections: shelf.unseenCorrections,
    };
  }
}

/** The lesson touched last among those begun and not finished; `progress` comes with the last touched first. */
function lastBegun(progress: ReadonlyMap<string, number>, cardOf: CardMaker): LessonCard | null {
  for (const [lessonId, readPercent] of progress) {
    if (readPercent === 0) continue;
    const card = cardOf(lessonId);
    if (card?.kind === 'lesson' && !card.isCompleted) return card;
  }
  return null;
}

function feedCardOf({ lesson, reason }: RankedLesson, content: ContentCard | null): FeedCard[] {
  if (content === null) return [];
  return [{ cardId: lesson.lessonId, content, reason: { code: reason.code, params: { ...reason.params } } }];
}
