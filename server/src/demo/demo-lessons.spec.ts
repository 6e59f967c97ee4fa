import { describe, expect, it } from '@jest/globals';
import { textsOfContent } from '@siyu/shared/contracts/content.texts';
import { checkTexts, initialDictionary, initialLimits } from '../records/moderation/index.ts';
import { demoContents, draftOfContent } from './demo-contents.ts';
import { demoLessons } from './demo-lessons.ts';

const lessons = demoLessons();
const readers = { dictionary: initialDictionary, limits: initialLimits };
const HAN = /\p{Script=Han}/gu;
const GRAM = 8;

/** The runs of eight characters of a paragraph, without marks and blanks. */
function gramsOf(paragraph: string): ReadonlySet<string> {
  const plain = paragraph.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, plain.length - GRAM + 1) }, (_, at) => plain.slice(at, at + GRAM)),
  );
}

/** What part of the shorter one's runs both have. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  return small.size === 0 ? 0 : [...small].filter((gram) => large.has(gram)).length / small.size;
}

describe('the lessons of the demo firm', () => {
  it('are twelve, in three paths of four', () => {
    expect(lessons.length).toBe(12);
    expect(new Set(lessons.map(({ pathCode, position }) => `${pathCode}/${position}`)).size).toBe(12);
    expect(new Set(lessons.map(({ pathCode }) => pathCode)).size).toBe(3);
  });

  it('D-01 are twelve of at least 800 characters, with source, date and risk note', () => {
    expect(lessons.length).toBeGreaterThanOrEqual(12);
    for (const { title, body, source, riskNote } of lessons) {
      expect({ title, isLong: (body.match(HAN)?.length ?? 0) >= 800 }).toEqual({ title, isLong: true });
      expect(body.match(/^## /gmu)?.length ?? 0).toBeGreaterThanOrEqual(3);
      expect(source).toMatch(/《[^》]+》.*20\d\d 年 \d{1,2} 月核对$/u);
      expect(riskNote.length).toBeGreaterThanOrEqual(30);
    }
  });

  it('D-01 share no paragraph, nor more than 60 % of the runs of eight characters of any two', () => {
    const paragraphs = lessons.flatMap(({ body }) =>
      body.split('\n\n').filter((text) => !text.startsWith('## ')),
    );
    expect(paragraphs.length).toBeGreaterThanOrEqual(12 * 8);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
    const grams = paragraphs.map(gramsOf);
    const alike = paragraphs.filter((_, at) =>
      grams.slice(0, at).some((earlier) => overlap(earlier, grams[at] ?? new Set()) > 0.6),
    );
    expect(alike).toEqual([]);
  });

  it('speak without words of the house, promises or named securities', () => {
    const forbidden =
      /会员|VIP|长尾|分层|引流|裂变|沉淀|转化|保本|稳赚|无风险|保证|包赚|内幕|买入|卖出|加仓|目标价|预期收益|[!！]|\d{6}/u;
    for (const lesson of lessons) expect(JSON.stringify(lesson)).not.toMatch(forbidden);
  });

  it('D-01 D-06 pass the wording check, every text of theirs, and a planted promise does not', () => {
    for (const lesson of lessons) {
      const found = checkTexts(textsOfContent(lesson), readers);
      expect(found.map(({ path, matched }) => `${lesson.title} ${path}: ${matched}`)).toEqual([]);
      const planted = { ...lesson, body: `${lesson.body}\n\n跟着我们，稳赚不赔。` };
      expect(checkTexts(textsOfContent(planted), readers)).toMatchObject([
        { path: 'body', level: 'refused' },
      ]);
    }
  });

  it('F-03 REQ-PUB-4 so do two articles, a card and a poster, each with its source and its risk', () => {
    const id = '01930000-0000-7000-8000-000000000001';
    const drafts = demoContents().map((content) => draftOfContent(content, id, id));
    expect(drafts.map(({ kind }) => kind)).toEqual(['article', 'article', 'card', 'poster']);
    for (const { riskNote, source } of drafts) {
      expect(riskNote).toMatch(/风险/);
      expect(source).not.toBe('');
    }
    const found = drafts.flatMap((draft) => checkTexts(textsOfContent(draft), readers));
    expect(found.map(({ path, matched, reasonCode }) => `${path}: ${matched} ${reasonCode}`)).toEqual([]);
  });

  it('D-01 have three to five questions each, whose right answer exists and whose every option is explained in its own words', () => {
    for (const { quiz } of lessons) {
      expect(quiz.length).toBeGreaterThanOrEqual(3);
      expect(quiz.length).toBeLessThanOrEqual(5);
      for (const { right, options, explanations } of quiz) {
        expect(right).toBeLessThan(options.length);
        expect(new Set(options).size).toBe(options.length);
        expect(explanations).toHaveLength(options.length);
        for (const explanation of explanations) expect(explanation.length).toBeGreaterThan(10);
      }
    }
    const all = lessons.flatMap(({ quiz }) => quiz.flatMap(({ explanations }) => explanations));
    expect(new Set(all).size).toBe(all.length);
  });
});
