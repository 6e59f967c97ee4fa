import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { READING_SIZES, readPreferences } from '../../phone/preferences';
import { dropCached } from '../../reading/cached';
import { session } from '../../session/session';
import { article, learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import ReadPage from './index';

/** How many times the reading size a class makes the text; the plain one has no rule of its own. */
const factorIn = (sheet: string, size: string): number =>
  Number(
    new RegExp(`&--${size} \\{\\s*font-size: calc\\(var\\(--text-reading\\) \\* ([0-9.]+)\\)`).exec(
      sheet,
    )?.[1] ?? 1,
  );
const LESSONS = 40;
const idOf = (number: number): string => lesson.lessonId.slice(0, -2) + String(number).padStart(2, '0');

describe('the size of the reading text', () => {
  beforeEach(() => {
    phone.reset();
    phone.params = { lessonId: lesson.lessonId };
    phone.answer = () => ({ statusCode: 200, data: lesson });
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  it('D-01 is chosen in the lesson, changes its text at once, and stays when the app is opened again', async () => {
    render(<ReadPage />);
    const text = await waitFor(() => {
      const found = document.getElementById('lesson-text');
      if (found === null) throw new Error('no text yet');
      return found;
    });
    expect(text.className).toContain('lesson__text--normal');
    for (const size of ['large', 'larger'] as const) {
      fireEvent.click(document.getElementById(`text-size-${size}`) ?? document.body);
      expect(text.className).toContain(`lesson__text--${size}`);
      expect(document.querySelectorAll('.text-size__choice--on')).toHaveLength(1);
      expect(readPreferences().readingSize).toBe(size);
    }
    // Each class has a size of its own in the style sheet, each larger than the one before.
    const sheet = readFileSync(join(__dirname, 'index.scss'), 'utf8');
    const factors = READING_SIZES.map((size) => factorIn(sheet, size));
    expect(factors).toEqual([...factors].sort((one, other) => one - other));
    expect(new Set(factors).size).toBe(READING_SIZES.length);
    fireEvent.click(document.getElementById('text-size-normal') ?? document.body);
    expect(text.className).toContain('lesson__text--normal');
  });
});

it('F-03 F-10 REQ-PUB-4 an article is read on the same page under the name of the firm, with no quiz and nothing to finish', async () => {
  phone.reset();
  phone.params = { lessonId: article.lessonId };
  phone.answer = () => ({ statusCode: 200, data: article });
  act(() => {
    session.set((before) => ({ ...before, phase: 'entered', member: learner }));
  });
  render(<ReadPage />);
  await waitFor(() => screen.getByText('读懂一份基金季报'));
  const page = document.body.textContent ?? '';
  for (const part of ['文章 · 图文 3 分钟', '示例证券发布 · 作者 投教组', article.riskNote, article.source])
    expect(page).toContain(part);
  expect(page).not.toContain('undefined');
  expect(document.getElementById('finish-hint')).toBeNull();
  cleanup();
});

it.each([
  [
    { usesReport: true, reportPublisher: '示例证券研究所', reportOn: '2025-11-20' },
    '依据：示例证券研究所 2025年11月20日发布的研究报告',
  ],
  [{ usesReport: false, reportPublisher: '', reportOn: null }, '依据：未引用研究报告，为署名投资顾问的分析'],
])('F-09 REQ-ADV-4 advice says on its page what it rests on (%#)', async (basis, sentence) => {
  phone.reset();
  phone.params = { lessonId: article.lessonId };
  phone.answer = () => ({ statusCode: 200, data: { ...article, label: 'advice', basis } });
  act(() => {
    session.set((before) => ({ ...before, phase: 'entered', member: learner }));
  });
  render(<ReadPage />);
  await waitFor(() => screen.getByText(sentence));
  cleanup();
});

describe('a lesson without a network', () => {
  beforeEach(() => {
    phone.reset();
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  const online = (): void => {
    phone.answer = ({ url }) => {
      const lessonId = /^\/v1\/lessons\/([0-9a-f-]+)$/.exec(url)?.[1];
      return lessonId === undefined
        ? { statusCode: 200, data: { verdicts: [] } }
        : { statusCode: 200, data: { ...lesson, lessonId, title: `课 ${lessonId}` } };
    };
  };
  const offline = (): void => {
    phone.answer = () => {
      throw new Error('request:fail');
    };
  };
  const open = async (lessonId: string): Promise<void> => {
    cleanup();
    phone.params = { lessonId };
    render(<ReadPage />);
    await waitFor(() => screen.getByText(`课 ${lessonId}`));
  };

  it('D-03 each of forty lessons that were opened can be read again, and says that it is a copy', async () => {
    online();
    for (let number = 0; number < LESSONS; number++) await open(idOf(number));
    offline();
    for (const number of [0, 17, LESSONS - 1]) {
      await open(idOf(number));
      expect(screen.getByText(lesson.riskNote)).toBeTruthy();
      expect(screen.getByText('现在没有网络，这是上次保存在手机上的内容。')).toBeTruthy();
    }
  });

  it('D-03 one that was never opened says that there is no network and offers another try', async () => {
    dropCached();
    offline();
    phone.params = { lessonId: lesson.lessonId };
    render(<ReadPage />);
    await waitFor(() => screen.getByText('网络连接不上，请检查网络后再试。'));
    expect(document.getElementById('retry')).not.toBeNull();
  });
});
