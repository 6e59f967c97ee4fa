import { describe, expect, it } from '@jest/globals';
import { demoLessons } from './demo-lessons.ts';

const lessons = demoLessons();
const HAN = /\p{Script=Han}/gu;

describe('the lessons of the demo firm', () => {
  it('are twelve, in three paths of four', () => {
    expect(lessons.length).toBe(12);
    expect(new Set(lessons.map(({ pathCode, position }) => `${pathCode}/${position}`)).size).toBe(12);
    expect(new Set(lessons.map(({ pathCode }) => pathCode)).size).toBe(3);
  });

  it('are long enough to teach something and part into headings', () => {
    for (const { body } of lessons) {
      expect(body.match(HAN)?.length ?? 0).toBeGreaterThanOrEqual(800);
      expect(body.match(/^## /gmu)?.length ?? 0).toBeGreaterThanOrEqual(3);
    }
  });

  it('share no paragraph', () => {
    const paragraphs = lessons.flatMap(({ body }) => body.split('\n\n'));
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
  });

  it('speak without words of the house, promises or named securities', () => {
    const forbidden =
      /会员|VIP|长尾|分层|引流|裂变|沉淀|转化|保本|稳赚|无风险|保证|包赚|内幕|买入|卖出|加仓|目标价|预期收益|[!！]|\d{6}/u;
    for (const lesson of lessons) expect(JSON.stringify(lesson)).not.toMatch(forbidden);
  });

  it('have quizzes whose right answer exists and is explained', () => {
    for (const { quiz } of lessons)
      for (const { right, options, explanation } of quiz) {
        expect(right).toBeLessThan(options.length);
        expect(new Set(options).size).toBe(options.length);
        expect(explanation.length).toBeGreaterThan(10);
      }
  });
});
