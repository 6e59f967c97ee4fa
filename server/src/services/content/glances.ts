import type { ContentCard } from '@siyu/shared/contracts/content';
import type { ContentTarget } from '@siyu/shared/contracts/content-kinds';
import { COMPLETION_PERCENT } from '@siyu/shared/contracts/content.limits';
import {
  articleCardOf,
  cardOf,
  glanceCardOf,
  isText,
  type PublishedContent,
  type PublishedGlance,
} from './published-content.ts';
import type { Reading } from './reading-log.ts';

/** The lessons and articles among what somebody is shown: cards and posters lead to these. */
function targetsAmong(shown: readonly PublishedContent[]): ReadonlyMap<string, ContentTarget> {
  return new Map(
    shown.filter(isText).map(({ kind, lessonId, title }) => [lessonId, { kind, lessonId, title }]),
  );
}

/** Makes the card of one of the shown; null for any other. */
export type CardMaker = (lessonId: string) => ContentCard | null;

export function cardMakerOf(
  shown: readonly PublishedContent[],
  { progress, finished }: Pick<Reading, 'progress' | 'finished'>,
): CardMaker {
  const byId = new Map(shown.map((content) => [content.lessonId, content]));
  const targets = targetsAmong(shown);
  return (lessonId) => {
    const content = byId.get(lessonId);
    if (content === undefined) return null;
    const readPercent = progress.get(lessonId) ?? 0;
    if (content.kind === 'lesson') return cardOf(content, readPercent, finished.has(lessonId));
    if (content.kind === 'article') return articleCardOf(content, readPercent);
    return glanceCardOf(content, targets.get(content.targetId ?? '') ?? null);
  };
}

/**
 * What of the shown a member needs not be offered any more: lessons finished, articles read to their end; a card or a
 * poster that was seen on an earlier day, or leads to something that is finished or cannot be read now.
 * @param today epoch milliseconds of its beginning
 */
export function settledOf(
  shown: readonly PublishedContent[],
  { progress, touchedAt, finished }: Reading,
  today: number,
): ReadonlySet<string> {
  const isRead = (lessonId: string) =>
    finished.has(lessonId) || (progress.get(lessonId) ?? 0) >= COMPLETION_PERCENT;
  const targets = targetsAmong(shown);
  const isSettled = ({ lessonId, targetId }: PublishedGlance) =>
    (touchedAt.get(lessonId) ?? today) < today ||
    (targetId !== null && (!targets.has(targetId) || isRead(targetId)));
  const settled = shown.filter((content) =>
    content.kind === 'lesson'
      ? finished.has(content.lessonId)
      : content.kind === 'article'
        ? isRead(content.lessonId)
        : isSettled(content),
  );
  return new Set(settled.map(({ lessonId }) => lessonId));
}
