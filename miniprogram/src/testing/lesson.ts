import type { Article, Lesson } from '@siyu/shared/contracts/content';

/** A short lesson with two questions, for specs of its screens. */
export const lesson: Lesson = {
  kind: 'lesson',
  firmName: '示例证券',
  lessonId: '019ab000-0000-7000-8000-0000000000a1',
  label: 'education',
  pathCode: 'FUND',
  pathTitle: '基金入门',
  position: 2,
  title: '指数是怎样编成的',
  summary: '一篮子股票怎样变成一个数字。',
  minutes: 4,
  publishedOn: '2026-10-08',
  readPercent: 0,
  isCompleted: false,
  signedBy: null,
  paragraphs: [
    { kind: 'heading', text: '从一篮子股票说起' },
    { kind: 'text', text: '指数把许多股票的价格合成一个数字。' },
  ],
  source: '投资者教育读本',
  reviewedOn: '2026-10-01',
  basis: null,
  riskNote: '指数会涨也会跌，过去的表现不代表将来。',
  author: { name: '投教组', registrationNo: null },
  contentSha256: '',
  quiz: [
    { questionId: 'q1', question: '指数是什么', options: ['一个数字', '一只股票'] },
    { questionId: 'q2', question: '指数会跌吗', options: ['会', '不会'] },
  ],
};

/** The same text as an article: in no path, without a quiz. */
export const article: Article = {
  kind: 'article',
  lessonId: '019ab000-0000-7000-8000-0000000000b1',
  label: lesson.label,
  title: '读懂一份基金季报',
  summary: '先看规模和费用的变化。',
  minutes: 3,
  publishedOn: lesson.publishedOn,
  readPercent: 0,
  signedBy: null,
  firmName: lesson.firmName,
  paragraphs: lesson.paragraphs,
  source: lesson.source,
  basis: null,
  reviewedOn: lesson.reviewedOn,
  riskNote: lesson.riskNote,
  author: lesson.author,
  contentSha256: '',
};

/** Somebody who has entered and consented. */
export const learner = {
  memberId: '019ab000-0000-7000-8000-000000000001',
  displayName: '何雨',
  registeredOn: '2026-09-10',
  hasConsented: true,
  isPersonalised: true,
  isAccountLinked: false,
  adviser: null,
};
