import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ArticlePage,
  type ContentDraft,
  CorrectionPage,
  LessonDetail,
  LessonOrArticle,
  LessonRow,
  LessonRows,
} from '@siyu/shared/contracts/content';
import { type ArticleDraft, UploadedPicture } from '@siyu/shared/contracts/content-kinds';
import { FeedPage } from '@siyu/shared/contracts/feed';
import { FoundLessons } from '@siyu/shared/contracts/lesson-search';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';

import { PNG } from '../../platform/files/testing/pictures.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { approve, type Call, contentFirm, type ContentFirm, draft, publish } from './testing/content-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};
/** A picture whose maker wrote beside it. */
const TOLD = PNG('made at home');
const MINUTE = 60_000;
/** 23:50 in Shanghai: a little later it is another day, and whoever is signed in at a desk still is. */
const LATE = Date.UTC(2026, 10, 24, 15, 50);
const written = {
  label: 'education',
  source: '中国证监会投资者教育读本',
  riskNote: '只讲方法，不构成任何投资建议，市场有风险。',
  stages: [],
  groups: [],
} as const;
const REPORT_BASIS = { usesReport: true, reportPublisher: '示例证券研究所', reportOn: '2026-11-20' };
const article = (changes: Partial<ArticleDraft> = {}): ArticleDraft => {
  const body = `## 先问用途\n\n${'先想清楚这笔钱什么时候要用。'.repeat(20)}`;
  const text = { title: '认识三类资金', summary: '从用钱的日子倒着想。', minutes: 4, body };
  return { kind: 'article', ...written, ...text, stages: [], groups: [], ...changes };
};
const short = (targetId: string | null, title = '三类资金的用途') =>
  ({ kind: 'card', ...written, title, summary: '先留出随时要用的钱。', targetId }) as const;
const poster = (pictureId: string, targetId: string | null) => {
  const picture = { pictureId, alt: '三个罐子，写着随时用、几年后用、养老用', width: 600, height: 800 };
  return { kind: 'poster', ...written, title: '三份钱各有去处', picture, targetId } as const;
};

describeOnEngines((engine) => {
  describe('articles, cards and posters', () => {
    let app: TestApp;
    let firm: ContentFirm;
    let operator: Call;
    let reviewer: Call;
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat], now: LATE });
      firm = contentFirm(app);
      operator = await firm.staff('operator', ['operator', 'adviser']);
      reviewer = await firm.staff('compliance', ['compliance']);
    }, 60_000);
    afterAll(() => app.close());

    const at = (lessonId: string, act: string) => `/v1/console/lessons/${lessonId}/${act}`;
    const begun = async (text: object): Promise<string> => {
      const answer = await operator('POST', '/v1/console/lessons', text);
      expect(answer).toMatchObject({ status: 201 });
      return LessonRow.parse(answer.body).lessonId;
    };
    const out = async (text: ContentDraft | ReturnType<typeof short> | ReturnType<typeof poster>) => {
      const lessonId = await begun(text);
      await approve(operator, reviewer, lessonId);
      expect(await operator('POST', at(lessonId, 'publication'))).toMatchObject({ status: 200 });
      return lessonId;
    };
    const uploaded = async (bytes: Buffer) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'poster.png');
      return operator('POST', '/v1/console/content-pictures', form);
    };
    const cardsOf = async (call: Call) =>
      new Map(
        FeedPage.parse((await call('GET', '/v1/feed?limit=50')).body).cards.map((card) => [
          card.cardId,
          card,
        ]),
      );
    const read = (call: Call, lessonId: string, readPercent = 100) =>
      call('PUT', `/v1/lessons/${lessonId}/progress`, { readPercent });
    const corrected = async (): Promise<void> => {
      // Another withdrawal may still wait for those who were in the middle of a page.
      app.clock.advance(15_000);
      app.app.get(Jobs).wake('lesson-corrections');
      await app.app.get(Jobs).idle();
    };

    it('F-03 REQ-PUB-1 an article and a card go to members as another approved them; an edit takes them back, and none becomes another kind', async () => {
      const member = await firm.member('kinds-reader');
      for (const text of [article(), short(null)]) {
        const lessonId = await begun(text);
        expect(await operator('POST', at(lessonId, 'publication'))).toMatchObject({ status: 409 });
        await approve(operator, reviewer, lessonId);
        const changed = { ...text, summary: '先看哪天要用，再看放在哪里。' };
        const edited = await operator('PUT', at(lessonId, 'draft'), changed);
        expect(edited).toMatchObject({ status: 200, body: { kind: text.kind, state: 'DRAFT' } });
        expect(await operator('POST', at(lessonId, 'publication'))).toMatchObject({ status: 409 });
        expect((await cardsOf(member)).has(lessonId)).toBe(false);
        const { subjectSha256 } = await approve(operator, reviewer, lessonId);
        const live = await operator('POST', at(lessonId, 'publication'));
        expect(live).toMatchObject({ status: 200, body: { contentSha256: subjectSha256 } });
        expect((await cardsOf(member)).get(lessonId)?.content).toMatchObject({ summary: changed.summary });
        expect(await operator('PUT', at(lessonId, 'draft'), draft())).toMatchObject({
          status: 409,
          body: { code: 'content.kind_differs' },
        });
      }
      const { rows } = LessonRows.parse((await operator('GET', '/v1/console/lessons?kind=card')).body);
      expect(rows.map(({ kind }) => kind)).toEqual(['card']);
      const push = await begun(short(null, '看好了就点击申购'));
      expect(await operator('POST', at(push, 'submission'))).toMatchObject({
        status: 422,
        body: { code: 'content.wording_refused' },
      });
    });

    it('F-03 REQ-PUB-4 whatever is published says which firm answers for it, who signs under which number, its risk, its source and its day', async () => {
      const { pictureId } = UploadedPicture.parse((await uploaded(TOLD)).body);
      const lessonId = await publish(operator, reviewer, draft({ pathCode: 'signed', title: '先认识风险' }));
      const articleId = await out(article({ title: '风险从哪里来' }));
      const ids = [lessonId, articleId, await out(short(articleId)), await out(poster(pictureId, lessonId))];
      const member = await firm.member('kinds-signed');
      const cards = await cardsOf(member);
      for (const id of ids)
        expect(cards.get(id)?.content).toMatchObject({
          firmName: expect.stringMatching(/./),
          signedBy: { name: 'operator', registrationNo: 'S0000000000001' },
          publishedOn: '2026-11-24',
        });
      for (const id of ids.slice(2))
        expect(cards.get(id)?.content).toMatchObject({ riskNote: written.riskNote, source: written.source });
      for (const id of ids.slice(0, 2)) {
        const text = LessonOrArticle.parse((await member('GET', `/v1/lessons/${id}`)).body);
        expect(text.firmName).not.toBe('');
        expect(text.riskNote).not.toBe('');
        const shared = (await member('GET', `/v1/shared-lessons/${id}`)).body;
        expect(shared).toMatchObject({ kind: text.kind, firmName: text.firmName });
      }
      expect(cards.get(ids[3] ?? '')).toMatchObject({
        content: { picture: { pictureId }, target: { kind: 'lesson', lessonId, title: '先认识风险' } },
        reason: { code: 'by_date' },
      });
    });

    it('F-03 the picture of a poster comes without what its maker wrote beside it, to staff at once and to anybody while it is published and not stopped', async () => {
      expect(await uploaded(Buffer.from('no picture'))).toMatchObject({
        status: 422,
        body: { code: 'content.picture_unreadable' },
      });
      const missing = await begun(poster('01930000-0000-7000-8000-0000000000aa', null));
      expect(await operator('POST', at(missing, 'submission'))).toMatchObject({
        status: 422,
        body: { code: 'content.picture_missing' },
      });
      const { pictureId } = UploadedPicture.parse((await uploaded(TOLD)).body);
      const anybody = () => fetch(`${app.url}/v1/content-pictures/${pictureId}`);
      const cookie = await firm.cookieOf('compliance');
      const seen = await fetch(`${app.url}/v1/console/content-pictures/${pictureId}`, {
        headers: { cookie },
      });
      expect(Buffer.from(await seen.arrayBuffer()).equals(PNG(null))).toBe(true);
      expect((await anybody()).status).toBe(404);
      const posterId = await out(poster(pictureId, null));
      const shown = await anybody();
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
      await shown.arrayBuffer();
      const brake = { kind: 'CONTENT', target: posterId, reason: '图上的话要再核对' };
      expect((await reviewer('POST', '/v1/console/brakes', brake)).status).toBe(201);
      expect((await anybody()).status).toBe(404);
      expect((await cardsOf(await firm.member('kinds-braked'))).has(posterId)).toBe(false);
    });

    it('F-03 a card is offered until the day after it was seen, and no longer than what it leads to can be read; education never leads to advice', async () => {
      const member = await firm.member('kinds-feed');
      const targetId = await out(article({ title: '长假前看一看账户' }));
      const [seen, led] = [
        await out(short(null, '三种钱的第一种')),
        await out(short(targetId, '长假之前的准备')),
      ];
      expect([...(await cardsOf(member)).keys()]).toEqual(expect.arrayContaining([seen, led, targetId]));
      expect((await read(member, seen)).status).toBe(204);
      expect((await cardsOf(member)).has(seen)).toBe(true);
      app.clock.advance(20 * MINUTE);
      expect((await read(member, seen)).status).toBe(204);
      let cards = await cardsOf(member);
      expect([cards.has(seen), cards.has(led)]).toEqual([false, true]);
      await read(member, targetId, 95);
      cards = await cardsOf(member);
      expect([cards.has(targetId), cards.has(led)]).toEqual([false, false]);
      const other = await firm.member('kinds-other');
      expect((await cardsOf(other)).has(led)).toBe(true);
      const withdrawal = { reason: '数字有误', correction: '文中的日期写错了，以交易所公告为准。' };
      expect((await reviewer('POST', at(targetId, 'withdrawal'), withdrawal)).status).toBe(200);
      expect((await cardsOf(other)).has(led)).toBe(false);

      const adviceId = await out(article({ title: '本周的投资看法', label: 'advice', basis: REPORT_BASIS }));
      const refused = { status: 422, body: { code: 'content.target_not_shown' } };
      for (const id of [adviceId, targetId, led])
        expect(await operator('POST', at(await begun(short(id)), 'submission'))).toMatchObject(refused);
      const advised = await out({
        ...short(adviceId, '顾问本周的看法'),
        label: 'advice',
        basis: REPORT_BASIS,
        stages: [],
        groups: [],
      });
      for (const id of [adviceId, advised]) {
        expect((await cardsOf(other)).has(id)).toBe(false);
        expect((await read(other, id)).status).toBe(404);
      }
    });

    it('F-03 a card that was wrong is withdrawn: staff see who had it on the screen, and each of them is told once', async () => {
      const [reader, stranger] = [await firm.member('kinds-told'), await firm.member('kinds-untold')];
      const lessonId = await out(short(null, '三种钱的第二种'));
      await read(reader, lessonId);
      const withdrawal = { reason: '说法不准', correction: '卡片上的说法不完整，请以课程内容为准。' };
      expect(await reviewer('POST', at(lessonId, 'withdrawal'), withdrawal)).toMatchObject({ status: 200 });
      await corrected();
      expect((await cardsOf(reader)).has(lessonId)).toBe(false);
      expect(await operator('GET', at(lessonId, 'readers'))).toMatchObject({ body: { total: 1 } });
      const told = async (call: Call) =>
        CorrectionPage.parse((await call('GET', '/v1/corrections')).body).corrections.map(
          ({ title }) => title,
        );
      expect([await told(reader), await told(stranger)]).toEqual([['三种钱的第二种'], []]);
      const { withdrawal: shown } = LessonDetail.parse(
        (await operator('GET', `/v1/console/lessons/${lessonId}`)).body,
      );
      expect(shown).toMatchObject({ told: 1, seen: 0 });
    });

    it('F-03 F-05 an article is listed, found, kept and talked about as a lesson is, and is no part of the school', async () => {
      const member = await firm.member('kinds-articles');
      const title = '红利是从哪里来的';
      const articleId = await out(article({ title }));
      const list = ArticlePage.parse((await member('GET', '/v1/articles?limit=1')).body);
      expect(list.articles.map(({ lessonId }) => lessonId)).toEqual([articleId]);
      const rest = ArticlePage.parse(
        (await member('GET', `/v1/articles?limit=1&cursor=${list.nextCursor ?? ''}`)).body,
      );
      expect(rest.articles[0]?.lessonId).not.toBe(articleId);
      const found = await member('GET', `/v1/lesson-search?text=${encodeURIComponent(title)}`);
      expect(FoundLessons.parse(found.body).lessons).toMatchObject([
        { kind: 'article', lessonId: articleId },
      ]);
      const path = `/v1/lessons/${articleId}`;
      expect((await member('PUT', `${path}/favourite`, { isFavourite: true })).status).toBe(204);
      expect(await member('GET', '/v1/notebook')).toMatchObject({
        body: { entries: [{ lessonId: articleId, title }] },
      });
      expect((await member('GET', `${path}/comments`)).status).toBe(200);
      await read(member, articleId, 60);
      expect(await member('GET', path)).toMatchObject({ body: { kind: 'article', readPercent: 60 } });
      const whole = { readPercent: 100, hasSeenLastParagraph: true, occurredAt: '2026-11-24T02:00:00.000Z' };
      expect((await member('PUT', `${path}/completion`, whole)).status).toBe(404);
      const school = JSON.stringify((await member('GET', '/v1/lessons?limit=50')).body);
      expect(school).not.toContain(articleId);
    });
  });
});
