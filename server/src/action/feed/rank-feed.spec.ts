import { describe, expect, it } from '@jest/globals';
import { initialFeedWeights } from './feed-weights.ts';
import { rankFeed } from './rank-feed.ts';
import type { RankAudience, RankLesson } from './rank-feed.ts';

const now = 1_800_000_000_000;
const old = now - 40 * 86_400_000;

function lesson(lessonId: string, override: Partial<RankLesson> = {}): RankLesson {
  return {
    kind: 'lesson',
    lessonId,
    pathCode: lessonId.slice(0, 1),
    position: Number(lessonId.slice(1)),
    title: `题目${lessonId}`,
    publishedAt: old,
    stages: [],
    groups: [],
    ...override,
  };
}

const catalogue = [
  lesson('a1', { stages: ['STRANGER'] }),
  lesson('a2', { stages: ['STRANGER'] }),
  lesson('b1', { stages: ['FAMILIAR'] }),
  lesson('b2', { stages: ['FAMILIAR'], groups: ['KEY_DEVELOP'] }),
  lesson('c1', { groups: ['POTENTIAL'] }),
];

function first(finished: readonly string[], audience: RankAudience | null) {
  const [top] = rankFeed(catalogue, new Set(finished), audience, initialFeedWeights, now);
  return top === undefined ? null : { id: top.lesson.lessonId, reason: top.reason };
}

describe('rankFeed', () => {
  it('puts what suits the stage first and says so', () => {
    expect(first([], { stage: 'STRANGER', group: null })).toEqual({
      id: 'a1',
      reason: { code: 'suits_stage', params: { stage: 'STRANGER' } },
    });
    expect(first([], { stage: 'FAMILIAR', group: null })?.id).toBe('b1');
  });

  it('adds up contributions and names the largest one', () => {
    expect(first([], { stage: 'FAMILIAR', group: 'KEY_DEVELOP' })).toEqual({
      id: 'b2',
      reason: { code: 'suits_stage', params: { stage: 'FAMILIAR' } },
    });
  });

  it('never names the group in the reason of a group match', () => {
    expect(first([], { stage: null, group: 'POTENTIAL' })).toEqual({
      id: 'c1',
      reason: { code: 'suits_activity', params: {} },
    });
  });

  it('continues the path of the finished lesson for the stage it is meant for only', () => {
    expect(first(['a1'], { stage: 'STRANGER', group: null })).toEqual({
      id: 'a2',
      reason: { code: 'continues_path', params: { lesson: '题目a1' } },
    });
    expect(first(['a1'], { stage: 'FAMILIAR', group: null })?.id).toBe('b1');
  });

  it('orders by date alone without an audience and leaves out what is finished', () => {
    const ranked = rankFeed(
      [lesson('a1'), lesson('b1', { publishedAt: old + 2 }), lesson('c1', { publishedAt: old + 1 })],
      new Set(['a1']),
      null,
      initialFeedWeights,
      now,
    );
    expect(ranked.map((row) => [row.lesson.lessonId, row.reason.code])).toEqual([
      ['b1', 'by_date'],
      ['c1', 'by_date'],
    ]);
  });

  it('calls a lesson new only inside its days', () => {
    const young = lesson('d1', { publishedAt: now - 1 });
    const [top] = rankFeed(
      [lesson('a1'), young],
      new Set(),
      { stage: null, group: null },
      initialFeedWeights,
      now,
    );
    expect(top?.lesson.lessonId).toBe('d1');
    expect(top?.reason.code).toBe('new_lesson');
    const [aged] = rankFeed(
      [young],
      new Set(),
      { stage: null, group: null },
      initialFeedWeights,
      now + 14 * 86_400_000,
    );
    expect(aged?.reason.code).toBe('by_date');
  });

  it('gives every order the same whatever order the catalogue comes in', () => {
    const audience = { stage: 'FAMILIAR', group: 'POTENTIAL' } as const;
    const ids = (lessons: readonly RankLesson[]) =>
      rankFeed(lessons, new Set(['a1']), audience, initialFeedWeights, now).map((row) => row.lesson.lessonId);
    expect(ids([...catalogue].reverse())).toEqual(ids(catalogue));
  });

  it('F-03 an article and a card say themselves why they stand there, follow no lesson, and of two alike the card comes last', () => {
    const { pathCode: _, position: __, ...alone } = lesson('z9', { publishedAt: now - 1_000 });
    const offered = [
      { ...alone, kind: 'card' as const },
      { ...alone, kind: 'article' as const, lessonId: 'z8' },
      lesson('m2', { publishedAt: now - 1_000 }),
    ];
    const audience = { stage: null, group: null };
    const ranked = rankFeed(offered, new Set(['m1']), audience, initialFeedWeights, now);
    expect(ranked.map(({ lesson: { lessonId }, reason: { code } }) => `${lessonId} ${code}`)).toEqual([
      'z8 new_article',
      'm2 new_lesson',
      'z9 new_card',
    ]);
  });
});
