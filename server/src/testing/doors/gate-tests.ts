import { randomUUID } from 'node:crypto';
import { NoticeRound } from '../../records/notifications/notice.entity.ts';
import { noticeDocument } from '../../records/suitability/decisions/notice-document.ts';
import { firstNotice } from './expectations.ts';
import { placementKeyOf } from './kept-things.ts';
import type { DoorWorld } from './firm.ts';
import {
  type GateTest,
  type Ask,
  isGood,
  isThere,
  each,
  listed,
  verdictIs,
  isAdvised,
  isForAll,
} from './passes.ts';
import { mayBePosted, posted } from './posted-things.ts';
import { beginLives, noticed, publishAgain, sendCampaigns } from './sent-things.ts';

const product = { kinds: ['product'] } as const;
const lesson = { kinds: ['lesson'], expects: isAdvised } as const;
const text = { kinds: ['lesson', 'article'], expects: isAdvised } as const;
const live = { kinds: ['live'], expects: isAdvised } as const;
const open = { kinds: ['lesson'], expects: isForAll } as const;
const post = { kinds: ['product', 'article'], expects: mayBePosted } as const;

const postNotice: Ask = ({ call, standing }, { id, rating }) => {
  const kind = firstNotice(standing, rating);
  const { sha256 } = noticeDocument(kind);
  const told = { shareOfAssets: 'UNDER_10', bearableLoss: 'UNDER_30', neededIn: 'OVER_5_YEARS' };
  const answers = kind === 'MORE_INFORMATION' ? told : null;
  return call('POST', `/v1/products/${id}/notices`, {
    kind,
    sha256,
    dwellMs: 6_000,
    hasReachedEnd: true,
    answers,
  });
};
const quizOf = () => ({
  submissionId: randomUUID(),
  answers: ['q1', 'q2', 'q3'].map((questionId) => ({ questionId, option: 0 })),
});
const read = (world: DoorWorld) => ({
  readPercent: 100,
  hasSeenLastParagraph: true,
  occurredAt: new Date(world.clock.now()).toISOString(),
});

/** The gate test of each door, in an order in which none spoils another. */
export const gateTests: Readonly<Record<string, GateTest>> = {
  'productShelf.listShown': {
    ...product,
    expects: verdictIs('DISPLAY', 'SUITABLE'),
    pass: listed(() => ['/v1/products?limit=50']),
  },
  'productShelf.getShown': {
    ...product,
    expects: verdictIs('DISPLAY', 'SUITABLE'),
    pass: each(({ call }, { id }) => call('GET', `/v1/products/${id}`), isGood),
  },
  'productShelf.ask': {
    ...product,
    expects: verdictIs('OWN_REQUEST', 'SUITABLE', 'NEEDS_WARNING'),
    pass: each(
      ({ call }, { name }) => call('PUT', `/v1/product-askings/${randomUUID()}`, { named: name }),
      isGood,
    ),
  },
  'productShelf.confirmNotice': {
    ...product,
    expects: verdictIs('PURCHASE', 'NEEDS_WARNING'),
    before: ({ clock }) => Promise.resolve(clock.advance(10_000)),
    pass: each(postNotice, isGood),
  },
  'productShelf.clear': {
    ...product,
    expects: verdictIs('PURCHASE', 'SUITABLE'),
    pass: each(({ call }, { id }) => call('POST', `/v1/products/${id}/clearance`), isGood),
  },

  'feed.getFeed': { ...text, pass: listed(() => ['/v1/feed?limit=20']) },
  'content.listLessons': { ...lesson, pass: listed(() => ['/v1/lessons?limit=50']) },
  'content.listArticles': { ...text, kinds: ['article'], pass: listed(() => ['/v1/articles?limit=50']) },
  'content.getLesson': {
    ...text,
    pass: each(({ call }, { id }) => call('GET', `/v1/lessons/${id}`), isThere),
  },
  'content.recordProgress': {
    ...lesson,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lessons/${id}/progress`, { readPercent: 95 }), isThere),
  },
  'content.completeLesson': {
    ...lesson,
    pass: each(
      ({ call }, { id }, world) => call('PUT', `/v1/lessons/${id}/completion`, read(world)),
      isThere,
    ),
  },
  'content.submitQuiz': {
    ...lesson,
    pass: each(({ call }, { id }) => call('POST', `/v1/lessons/${id}/quiz-submissions`, quizOf()), isThere),
  },
  'discussion.listComments': {
    ...open,
    pass: each(({ call }, { id }) => call('GET', `/v1/lessons/${id}/comments`), isThere),
  },
  'discussion.writeComment': {
    ...open,
    pass: each(({ call }, { id }) => {
      const comment = { commentId: randomUUID(), kind: 'COMMENT', text: '这一课讲得很清楚' };
      return call('POST', `/v1/lessons/${id}/comments`, comment);
    }, isThere),
  },
  'notebook.setFavourite': {
    ...open,
    pass: each(
      ({ call }, { id }) => call('PUT', `/v1/lessons/${id}/favourite`, { isFavourite: true }),
      isThere,
    ),
  },
  'notebook.writeNote': {
    ...open,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lessons/${id}/note`, { text: '记下一句' }), isThere),
  },
  // After the members have kept all that they may have.
  'notebook.listEntries': { ...open, pass: listed(() => ['/v1/notebook?limit=50']) },
  'live.listLives': { ...live, pass: listed(() => ['/v1/lives?list=COMING&limit=50']) },
  'live.getLive': { ...live, pass: each(({ call }, { id }) => call('GET', `/v1/lives/${id}`), isThere) },
  'live.reserveLive': {
    ...live,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lives/${id}/reservation`), isThere),
  },
  'live.withdrawReservation': {
    ...live,
    pass: each(({ call }, { id }) => call('DELETE', `/v1/lives/${id}/reservation`), isThere),
  },
  'live.watchLive': {
    ...live,
    pass: each(({ call }, { id }) => call('PUT', `/v1/lives/${id}/viewing`), isThere),
  },
  'live.listChats': {
    ...live,
    pass: each(({ call }, { id }) => call('GET', `/v1/lives/${id}/chats`), isThere),
  },
  'live.sendChat': {
    ...live,
    pass: each(({ call }, { id }) => {
      return call('POST', `/v1/lives/${id}/chats`, { chatId: randomUUID(), text: '您好' });
    }, isThere),
  },
  'notifications.setWish': {
    ...live,
    pass: each(({ call }, { id: subject }) => {
      return call('PUT', '/v1/notices/wishes/LIVE_STARTING', { subject, isWished: true });
    }, isThere),
  },

  'content.getSharedLesson': {
    ...open,
    pass: each((_, { id }, { anybody }) => anybody('GET', `/v1/shared-lessons/${id}`), isThere),
  },
  'content.searchLessons': {
    ...open,
    pass: each(
      ({ call }, { name }) => call('GET', `/v1/lesson-search?text=${encodeURIComponent(name)}`),
      ({ text: found }, { id }) => found.includes(id),
    ),
  },
  'verification.check': {
    ...open,
    pass: each(
      (_, { name }, { anybody }) => anybody('POST', '/v1/verification/checks', { text: name }),
      ({ text: found }, { name }) => found.includes(name),
    ),
  },
  'verification.getCardCode': {
    ...open,
    pass: each(({ call }, { id }) => call('PUT', `/v1/verification/cards/lesson/${id}/code`), isThere),
  },
  'channels.openPlacement': {
    ...open,
    pass: each(
      ({ call }, thing) => call('GET', `/v1/placements/${placementKeyOf(thing)}`),
      ({ text: found }, { id }) => found.includes(id),
    ),
  },
  'feed.getGroupPage': {
    ...open,
    pass: listed(({ groupIds }) => groupIds.map((groupId) => `/v1/groups/${groupId}`)),
  },
  'communities.shareLesson': {
    ...open,
    pass: each(
      (_, { id }, { operator, emptyGroupId }) =>
        operator('PUT', `/v1/console/groups/${emptyGroupId}/lessons/${id}`),
      ({ text: said }) => !said.includes('communities.lesson_not_published'),
    ),
  },

  'consumer lesson-reminders': {
    ...open,
    before: publishAgain,
    pass: async ({ database }) => {
      const rounds = await database.read.findBy(NoticeRound, { kind: 'NEW_LESSON' });
      return new Set(rounds.map(({ itemId }) => itemId));
    },
  },
  'job campaign-sending': {
    kinds: ['product', 'article'],
    expects: (member, thing) =>
      thing.kind === 'product' ? verdictIs('PUSH', 'SUITABLE')(member, thing) : isAdvised(member, thing),
    before: sendCampaigns,
    pass: async ({ database }, { memberNo }, things) => {
      const rows: readonly { readonly name: string }[] = await database.read.query(
        `SELECT c.name FROM campaign_deliveries d JOIN campaigns c ON c.campaign_id = d.campaign_id
         WHERE d.member_no = ? AND d.state = 'SENT'`,
        [memberNo],
      );
      const sent = new Set(rows.map(({ name }) => name));
      return new Set(things.filter(({ name }) => sent.has(name)).map(({ id }) => id));
    },
  },
  'channel wecom.mass_send': { ...post, pass: posted('GROUP_POST') },
  'channel wecom.moment': { ...post, pass: posted('MOMENTS_TASK') },
  'message NEW_LESSON': { ...open, before: publishAgain, pass: noticed },
  // Also those whose contract has ended since they asked.
  'message LIVE_STARTING': { ...live, before: beginLives, pass: noticed },
};
