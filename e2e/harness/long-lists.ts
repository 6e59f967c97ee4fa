import type { LessonCard, LessonPage } from '@siyu/shared/contracts/content';
import type { FeedPage } from '@siyu/shared/contracts/feed';

/** A list longer than the demo firm's, with longer titles and the longest summaries. */
export const LONG = 120;
const PER_PATH = 40;
const TITLE = '怎样从头读完一份债券基金的季报，在哪里想一想';
const SUMMARY = '先看规模和份额的变化，再看前五名持仓占了多少，最后才看净值。'.repeat(6).slice(0, 200);

const lessons = Array.from({ length: LONG }, (_, index): LessonCard => {
  const path = Math.floor(index / PER_PATH) + 1;
  return {
    kind: 'lesson',
    lessonId: `01a22684-796f-7000-83d5-${String(index).padStart(12, '0')}`,
    label: 'education',
    pathCode: `path-${path}`,
    pathTitle: `第 ${path} 条学习路径`,
    position: (index % PER_PATH) + 1,
    title: `${TITLE}${index + 1}`,
    summary: SUMMARY,
    minutes: 8,
    publishedOn: '2026-11-24',
    readPercent: 0,
    isCompleted: false,
    signedBy: null,
    firmName: '示例证券',
  };
});

function pageAt(query: URLSearchParams): { readonly page: LessonCard[]; readonly nextCursor: string | null } {
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 10);
  return { page: lessons.slice(from, to), nextCursor: to < LONG ? String(to) : null };
}

/** What the server would answer to a GET of this path if there were so many lessons; null: it is asked itself. */
export function answerOfLongLists(url: string): FeedPage | LessonPage | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const { page, nextCursor } = pageAt(searchParams);
  if (pathname === '/v1/feed') {
    const cards = page.map((lesson) => ({
      cardId: `lesson-${lesson.lessonId}`,
      content: lesson,
      reason: { code: 'suits_stage' as const, params: { stage: 'STRANGER' } },
    }));
    return {
      cards,
      nextCursor,
      continueLesson: null,
      isPersonalised: true,
      isPaused: false,
      unseenCorrections: 0,
    };
  }
  if (pathname !== '/v1/lessons') return null;
  const paths = [...new Set(page.map(({ pathCode }) => pathCode))];
  return {
    lessons: page,
    nextCursor,
    completed: 0,
    total: LONG,
    paths: paths.map((pathCode) => ({ pathCode, summary: '', courses: [], completed: 0, total: PER_PATH })),
  };
}
