import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { FeedCard, FeedPage } from '@siyu/shared/contracts/feed';
import { session } from '../../session/session';
import { article, learner, lesson } from '../../testing/lesson';
import { phone } from '../../testing/taro';
import HomePage from './index';

const published = {
  label: 'education',
  publishedOn: '2026-11-20',
  signedBy: { name: '唐晓芸', registrationNo: 'S0000000000021' },
  firmName: '示例证券',
  source: '投资者教育读本',
  basis: null,
  riskNote: '投资有风险，决定前请了解清楚。',
} as const;
const poster: FeedCard = {
  cardId: 'poster',
  content: {
    kind: 'poster',
    ...published,
    lessonId: lesson.lessonId.slice(0, -2) + 'c1',
    title: '三份钱分开放',
    picture: {
      pictureId: '019ab000-0000-7000-8000-0000000000d1',
      alt: '三个罐子：随时要用、几年不用、一辈子。',
      width: 600,
      height: 900,
    },
    target: { kind: 'article', lessonId: article.lessonId, title: article.title },
  },
  reason: { code: 'new_card', params: {} },
};
const shortCard: FeedCard = {
  cardId: 'short',
  content: {
    kind: 'card',
    ...published,
    lessonId: lesson.lessonId.slice(0, -2) + 'c2',
    title: '费率看哪里',
    summary: '管理费写在招募说明书里，每天从净值里扣。',
    target: null,
  },
  reason: { code: 'suits_stage', params: { stage: 'FAMILIAR' } },
};
const card = (number: number, reason: FeedCard['reason']): FeedCard => {
  const lessonId = lesson.lessonId.slice(0, -2) + String(number).padStart(2, '0');
  return {
    cardId: `lesson-${lessonId}`,
    content: { ...lesson, lessonId, title: `第 ${number} 张卡` },
    reason,
  };
};
const newLesson = { code: 'new_lesson', params: {} } as const;
const cards = [
  card(1, { code: 'continues_path', params: { lesson: '基金是什么', title: '基金是什么' } }),
  card(2, { code: 'suits_stage', params: { stage: 'WEAK_TIE' } }),
  ...Array.from({ length: 11 }, (_, index) => card(index + 3, newLesson)),
];
const begun = { ...lesson, title: '债券入门', readPercent: 40 };

describe('home', () => {
  let all = cards;
  let isPaused = false;
  beforeEach(() => {
    phone.reset();
    all = cards;
    isPaused = false;
    phone.answer = ({ url }) => {
      if (url.startsWith('/v1/lives')) return { statusCode: 200, data: { lives: [], nextCursor: null } };
      const query = new URLSearchParams(url.split('?')[1]);
      const from = Number(query.get('cursor') ?? 0);
      const to = from + Number(query.get('limit') ?? 0);
      const page: FeedPage = {
        cards: all.slice(from, to),
        nextCursor: to < all.length ? String(to) : null,
        continueLesson: begun,
        isPersonalised: true,
        isPaused,
        unseenCorrections: 0,
      };
      return { statusCode: 200, data: page };
    };
    act(() => {
      session.set((before) => ({ ...before, phase: 'entered', member: learner }));
    });
  });
  afterEach(cleanup);

  it('D-01 a return from a lesson keeps the place past 50 cards, and a pull down refreshes as many', async () => {
    all = [...cards, ...Array.from({ length: 60 }, (_, index) => card(index + 14, newLesson))];
    await open();
    for (let want = 20; want <= 70; want += 10) {
      act(phone.reachBottom);
      await waitFor(() => {
        expect(shown()).toBe(want);
      });
    }
    fireEvent.click(screen.getByText('第 65 张卡'));
    expect(phone.routes).toHaveLength(1);
    all = all.map((each) => ({ ...each, content: { ...each.content, title: `新的${each.content.title}` } }));
    act(phone.comeBack);
    expect(shown()).toBe(70);
    await waitFor(() => screen.getByText('新的第 70 张卡'));
    expect(shown()).toBe(70);

    all = all.slice(1);
    act(phone.pullDown);
    await waitFor(() => {
      expect(phone.pullsEnded).toBe(1);
    });
    expect(screen.queryByText('新的第 1 张卡')).toBeNull();
    expect(shown()).toBe(70);
    expect(phone.requests.slice(-2).map(({ url }) => url)).toEqual([
      '/v1/feed?limit=50',
      '/v1/feed?limit=20&cursor=50',
    ]);
  });

  it('D-01 a pull down without a network ends, and what was there stays', async () => {
    await open();
    phone.answer = () => {
      throw new Error('request:fail');
    };
    act(phone.pullDown);
    await waitFor(() => {
      expect(phone.pullsEnded).toBe(1);
    });
    expect(shown()).toBe(10);
  });

  const shown = (): number => document.querySelectorAll('.feed-card').length;
  const open = async (): Promise<void> => {
    render(<HomePage />);
    await waitFor(() => screen.getByText('第 1 张卡'));
  };
  const byId = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`no #${id}`);
    return found;
  };

  it('F-03 F-10 REQ-PUB-4 a card and a poster stand whole in the feed under the name of the firm, with their true reason, and are told as seen once', async () => {
    all = [poster, shortCard, { cardId: 'article', content: article, reason: newLesson }];
    render(<HomePage />);
    await waitFor(() => screen.getByText('三份钱分开放'));
    const [first, second, third] = [...document.querySelectorAll('.feed-card')].map(
      ({ textContent }) => textContent,
    );
    expect(first).toContain('新发布的内容');
    expect(second).toContain('适合「熟悉」阶段的您');
    expect(third).toContain('文章 · 图文 3 分钟');
    for (const text of [first, second]) expect(text).toContain('示例证券发布');
    expect(third).toContain('示例证券');
    for (const text of [first, second])
      for (const part of [
        '投资有风险',
        '作者 唐晓芸 · 登记编码 S0000000000021',
        '11月20日',
        '投资者教育读本',
      ])
        expect(text).toContain(part);
    const picture = screen.getByAltText('三个罐子：随时要用、几年不用、一辈子。');
    expect(picture.getAttribute('src')).toMatch(/[/]v1[/]content-pictures[/]019ab000-.*d1$/);
    expect(document.querySelector('.poster__frame')?.getAttribute('data-style')).toBe('padding-top: 150.00%');
    fireEvent.click(picture);
    expect(phone.previewed).toEqual([picture.getAttribute('src')]);

    const told = () =>
      phone.requests.filter(({ method }) => method === 'PUT').map(({ url, data }) => [url, data]);
    act(() => phone.watched.get('#title-poster')?.({ intersectionRatio: 0 }));
    expect(told()).toEqual([]);
    act(() => phone.watched.get('#title-poster')?.({ intersectionRatio: 1 }));
    await waitFor(() => expect(told()).toHaveLength(1));
    expect(told()[0]).toEqual([`/v1/lessons/${poster.content.lessonId}/progress`, { readPercent: 100 }]);
    cleanup();
    render(<HomePage />);
    await waitFor(() => screen.getByText('三份钱分开放'));
    act(() => phone.watched.get('#title-poster')?.({ intersectionRatio: 1 }));
    expect(told()).toHaveLength(1);

    // Words in a picture do not grow: in large text they stand below it.
    expect(screen.queryByText('三个罐子：随时要用、几年不用、一辈子。')).toBeNull();
    fireEvent.click(byId('large-text'));
    screen.getByText('三个罐子：随时要用、几年不用、一辈子。');
    fireEvent.click(byId('large-text'));
    fireEvent.click(byId('target-poster'));
    expect(phone.routes).toEqual([`/lesson/read/index?lessonId=${article.lessonId}`]);
  });

  it('F-06 says that the lessons are paused, and not that all of them are learnt', async () => {
    all = [];
    isPaused = true;
    render(<HomePage />);
    await waitFor(() => screen.getByText('内容暂停展示'));
    expect(document.body.textContent).not.toContain('都学完了');
  });

  it('D-01 shows ten cards at first and the rest on asking, and says where they end', async () => {
    await open();
    expect(shown()).toBe(10);
    fireEvent.click(byId('feed-more'));
    await waitFor(() => screen.getByText('第 13 张卡'));
    expect(shown()).toBe(13);
    expect(document.getElementById('feed-more')).toBeNull();
    const urls = phone.requests.map(({ url }) => url);
    expect(urls.filter((url) => url.startsWith('/v1/feed'))).toEqual([
      '/v1/feed?limit=10',
      '/v1/feed?limit=10&cursor=10',
    ]);
  });

  it("D-01 each card says why it is here, in the server's reason, and the lesson begun is offered first", async () => {
    await open();
    const chips = [...document.querySelectorAll('.feed-card .chip')].map(({ textContent }) => textContent);
    expect(chips[0]).toContain('基金是什么');
    expect(chips[1]).toContain('结识');
    expect(new Set(chips.slice(2)).size).toBe(1);
    expect(byId('continue-lesson').textContent).toContain('债券入门');
    expect(document.querySelector('#continue-lesson .ring')?.textContent).toBe('40%');
    expect(document.querySelector('#continue-lesson .ring')?.getAttribute('data-style')).toContain(
      ' 144deg,',
    );
    expect(byId('continue-lesson').textContent).toContain('读到 40%');
    fireEvent.click(byId('continue-lesson'));
    expect(phone.routes).toEqual([`/lesson/read/index?lessonId=${lesson.lessonId}`]);
  });

  it('D-03 has a button for large text, and the choice outlives the app', async () => {
    await open();
    expect(byId('screen-home').className).not.toContain('screen--large');
    fireEvent.click(byId('large-text'));
    expect(byId('screen-home').className).toContain('screen--large');
    expect(JSON.parse(phone.storage.get('siyu.preferences') ?? '')).toEqual({ isLargeText: true });
    fireEvent.click(byId('large-text'));
    expect(byId('screen-home').className).not.toContain('screen--large');
  });
});
