import type { ContentKind } from '@siyu/shared/contracts/content.limits';
import type { FEED_REASONS } from '@siyu/shared/contracts/feed';
import type { GroupCode, StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { FeedWeights } from './feed-weights.ts';
import type { CardSender } from './sent-cards.ts';

/** What the order needs of a lesson, and of a text of any other kind, which is in no path. */
export interface RankLesson {
  readonly kind: ContentKind;
  readonly lessonId: string;
  readonly pathCode?: string;
  readonly position?: number;
  readonly title: string;
  readonly publishedAt: number;
  /** For whom the lesson is meant first; empty means everyone. */
  readonly stages: readonly StageCode[];
  readonly groups: readonly GroupCode[];
}

/** What the order may depend on; a stage or group that is not known is null and suits nothing. */
export interface RankAudience {
  readonly stage: StageCode | null;
  readonly group: GroupCode | null;
}

export interface RankReason {
  readonly code: (typeof FEED_REASONS)[number];
  readonly params: Readonly<Record<string, string>>;
}

export interface RankedLesson {
  readonly lesson: RankLesson;
  readonly total: number;
  readonly reason: RankReason;
}

interface Contribution {
  readonly weight: number;
  readonly reason: RankReason;
}

const DAY_MS = 86_400_000;
/** More than all weights together: each of the five is 1,000 at most. */
const SENT_TOTAL = 10_000;
const NOBODY: ReadonlyMap<string, CardSender> = new Map();
const BY_DATE: RankReason = { code: 'by_date', params: {} };
const sentBy = ({ name, registrationNo }: CardSender): RankReason => {
  return { code: 'from_adviser', params: { adviser: name, registrationNo } };
};
const NEW = {
  lesson: 'new_lesson',
  article: 'new_article',
  card: 'new_card',
  poster: 'new_card',
} as const satisfies Record<ContentKind, RankReason['code']>;
/** Behind every lesson and article of the same weight. */
const GLANCE_PLACE = 1_000;

/** Nothing has to be read before an article, which is in no path; what is read at one glance does not come first. */
export function placeOf({ kind, position = 1 }: Pick<RankLesson, 'kind' | 'position'>): number {
  return kind === 'card' || kind === 'poster' ? GLANCE_PLACE : position;
}

/**
 * Orders what a member has not finished; the reason of each is its largest contribution, so it is
 * always true of this member and this lesson. Without an audience the order is by date alone.
 *
 * Order: total (high first), position in the path (a beginning before its sequel), publication (new first), id.
 * @param catalogue everything that is published, finished ones included: they decide what continues a path.
 * @param now epoch milliseconds.
 * @param senders of what was sent to the member, which stands before everything else
 */
export function rankFeed(
  catalogue: readonly RankLesson[],
  finished: ReadonlySet<string>,
  audience: RankAudience | null,
  weights: FeedWeights,
  now: number,
  senders: ReadonlyMap<string, CardSender> = NOBODY,
): RankedLesson[] {
  const open = catalogue.filter((lesson) => !finished.has(lesson.lessonId));
  if (audience === null) {
    return open
      .map((lesson): RankedLesson => {
        const sender = senders.get(lesson.lessonId);
        return { lesson, total: 0, reason: sender === undefined ? BY_DATE : sentBy(sender) };
      })
      .sort(compareByDate);
  }
  const predecessors = predecessorsIn(catalogue);
  return open
    .map((lesson): RankedLesson => {
      const before = predecessors.get(lesson.lessonId);
      const finishedBefore = before !== undefined && finished.has(before.lessonId) ? before : null;
      const contributions = contributionsOf(lesson, finishedBefore, audience, weights, now);
      const sender = senders.get(lesson.lessonId);
      return sender === undefined
        ? { lesson, total: sumOf(contributions), reason: reasonOf(contributions) }
        : { lesson, total: SENT_TOTAL + sumOf(contributions), reason: sentBy(sender) };
    })
    .sort(compareRanked);
}

/** Total order of a feed that is not personalised. */
export function compareByDate(a: RankedLesson, b: RankedLesson): number {
  return b.lesson.publishedAt - a.lesson.publishedAt || compareIds(a.lesson, b.lesson);
}

/** Total order of a personalised feed, so that a page can continue after the card it ended with. */
export function compareRanked(a: RankedLesson, b: RankedLesson): number {
  return (
    b.total - a.total ||
    placeOf(a.lesson) - placeOf(b.lesson) ||
    b.lesson.publishedAt - a.lesson.publishedAt ||
    compareIds(a.lesson, b.lesson)
  );
}

function contributionsOf(
  lesson: RankLesson,
  finishedBefore: RankLesson | null,
  audience: RankAudience,
  weights: FeedWeights,
  now: number,
): Contribution[] {
  const contributions: Contribution[] = [];
  const suitsStage = audience.stage !== null && lesson.stages.includes(audience.stage);
  if (finishedBefore !== null) {
    const isForAnotherStage = audience.stage !== null && lesson.stages.length > 0 && !suitsStage;
    contributions.push({
      // A sequel meant for another stage still continues the path, but must not push aside what suits now.
      weight: isForAnotherStage ? weights.continuesPathForAnotherStage : weights.continuesPath,
      reason: { code: 'continues_path', params: { lesson: finishedBefore.title } },
    });
  }
  if (suitsStage && audience.stage !== null) {
    contributions.push({
      weight: weights.suitsStage,
      reason: { code: 'suits_stage', params: { stage: audience.stage } },
    });
  }
  if (audience.group !== null && lesson.groups.includes(audience.group)) {
    // The group itself is a word of the house and never leaves the server.
    contributions.push({ weight: weights.suitsActivity, reason: { code: 'suits_activity', params: {} } });
  }
  if (now - lesson.publishedAt < weights.newForDays * DAY_MS) {
    contributions.push({ weight: weights.newLesson, reason: { code: NEW[lesson.kind], params: {} } });
  }
  return contributions;
}

/** A catalogue stays the same list until something is published, and everybody's feed asks of it. */
const knownPredecessors = new WeakMap<readonly RankLesson[], ReadonlyMap<string, RankLesson>>();

function predecessorsIn(catalogue: readonly RankLesson[]): ReadonlyMap<string, RankLesson> {
  const known = knownPredecessors.get(catalogue) ?? predecessorsOf(catalogue);
  knownPredecessors.set(catalogue, known);
  return known;
}

/** The lesson right before each lesson in its path, among the published ones. */
function predecessorsOf(catalogue: readonly RankLesson[]): Map<string, RankLesson> {
  const predecessors = new Map<string, RankLesson>();
  const lastOfPath = new Map<string, RankLesson>();
  for (const lesson of [...catalogue].sort((a, b) => placeOf(a) - placeOf(b) || compareIds(a, b))) {
    if (lesson.pathCode === undefined) continue;
    const before = lastOfPath.get(lesson.pathCode);
    if (before !== undefined) predecessors.set(lesson.lessonId, before);
    lastOfPath.set(lesson.pathCode, lesson);
  }
  return predecessors;
}

function sumOf(contributions: readonly Contribution[]): number {
  return contributions.reduce((sum, contribution) => sum + contribution.weight, 0);
}

function reasonOf(contributions: readonly Contribution[]): RankReason {
  const [first, ...rest] = contributions.filter((contribution) => contribution.weight > 0);
  if (first === undefined) return { code: 'by_date', params: {} };
  return rest.reduce((best, next) => (next.weight > best.weight ? next : best), first).reason;
}

function compareIds(a: RankLesson, b: RankLesson): number {
  if (a.lessonId === b.lessonId) return 0;
  return a.lessonId < b.lessonId ? -1 : 1;
}
