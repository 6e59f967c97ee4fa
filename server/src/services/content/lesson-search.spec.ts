import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertRows } from '../../platform/database/index.ts';
import { createTestDatabase, describeOnEngines } from '../../testing/index.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { LessonSearch } from './lesson-search.ts';
import { LessonVersion } from './lesson.entity.ts';

const idOf = (last: number): string => `01930000-0000-7000-8000-00000000f0${String(last).padStart(2, '0')}`;
const lesson = (last: number, changes: Partial<LessonVersion>): LessonVersion => ({
  lessonId: idOf(last),
  version: 1,
  kind: 'lesson',
  state: 'PUBLISHED',
  pathCode: 'fund',
  pathTitle: '基金入门',
  position: last,
  title: `第 ${last} 课`,
  summary: '一篮子股票怎样变成一个数字。',
  minutes: 5,
  body: '这一课只有很少的字。',
  source: '自拟',
  basis: null,
  riskNote: '市场有风险。',
  stages: [],
  groups: [],
  quiz: [],
  targetId: null,
  picture: null,
  contentSha256: '',
  authorId: idOf(99),
  editorIds: [],
  reviewId: null,
  reviewedAt: 0,
  publishedAt: 0,
  updatedAt: 0,
  label: 'education',
  scheduledFor: null,
  refusedCode: null,
  refusedAt: null,
  signedName: null,
  signedNo: null,
  ...changes,
});
const LONG = '随时要用的钱，取得出来最要紧。'.repeat(10);

describeOnEngines((engine) => {
  describe('the search of the school', () => {
    let opened: Awaited<ReturnType<typeof createTestDatabase>>;
    let search: LessonSearch;
    beforeAll(async () => {
      opened = await createTestDatabase(engine);
      search = new LessonSearch(opened.database);
      await opened.database.runInTransaction((tx) =>
        insertRows(tx, LessonVersion, [
          lesson(1, { body: `## 开头\n\n${LONG}\n\n## 指数\n\n指数基金的费用比较低，ETF 也是一种。${LONG}` }),
          lesson(2, { title: '指数是怎样编成的', summary: '讲编制，也讲费用。' }),
          lesson(3, { summary: '指数基金的费用从哪里来。' }),
          lesson(4, { title: '涨了 100% 之后' }),
          lesson(5, { title: '涨了 100 元之后' }),
          lesson(6, { title: '指数的草稿', state: 'DRAFT' }),
          lesson(7, { title: '下架的指数', state: 'RETIRED' }),
        ]),
      );
    }, 60_000);
    afterAll(() => opened.close());

    const titlesOf = async (text: string, hiddenIds: readonly string[] = []): Promise<string[]> => {
      const { lessons } = await search.search({ text, limit: 20, cursor: undefined }, hiddenIds);
      return lessons.map(({ title }) => title);
    };

    it('F-05 finds by title, summary and text in this order, in one statement, and neither drafts nor what was withdrawn', async () => {
      let found: string[] = [];
      const statements = await statementsOf(opened.database, async () => {
        found = await titlesOf('指数');
      });
      expect(statements).toHaveLength(1);
      expect(found).toEqual(['指数是怎样编成的', '第 3 课', '第 1 课']);
      // Every word has to stand somewhere, in whichever of the three.
      expect(await titlesOf('指数 编制')).toEqual(['指数是怎样编成的']);
      expect(await titlesOf('  ')).toEqual([]);
      // What is stopped is published still, and found by nobody.
      expect(await titlesOf('指数', [idOf(2), idOf(3)])).toEqual(['第 1 课']);
    });

    it('F-05 takes signs as they are written, letters of either case, and full-width ones', async () => {
      expect(await titlesOf('100%')).toEqual(['涨了 100% 之后']);
      expect(await titlesOf('_')).toEqual([]);
      for (const text of ['etf', 'ＥＴＦ', 'Etf']) expect(await titlesOf(text)).toEqual(['第 1 课']);
    });

    it('F-05 shows a piece of the text around the word, or the summary, and pages hold each lesson once', async () => {
      const all = await search.search({ text: '指数', limit: 20, cursor: undefined }, []);
      expect(all.lessons.map(({ excerpt }) => excerpt)).toEqual([
        '讲编制，也讲费用。',
        '指数基金的费用从哪里来。',
        expect.stringMatching(/^…[^\n#]*指数[^\n#]*…$/u),
      ]);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await search.search({ text: '指数', limit: 1, cursor }, []);
        seen.push(...page.lessons.map(({ lessonId }) => lessonId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(all.lessons.map(({ lessonId }) => lessonId));
    });
  });
});
