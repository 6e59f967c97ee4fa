import type { LessonReach } from '@siyu/shared/contracts/analytics';
import type { ContentDraft } from '@siyu/shared/contracts/content';
import type { ContentKind } from '@siyu/shared/contracts/content.limits';

interface ReachSentence {
  readonly before: string;
  readonly count: number;
  readonly unit: string;
  readonly after: string;
  readonly definition: string;
}

/** How a kind is called in a sentence, who has it at all, and what has been done with it by whom it is not shown to again. */
const words = {
  lesson: { noun: '这一课', done: '学完过', place: '学堂里', readable: '客户能读到。' },
  article: { noun: '这篇文章', done: '读完过', place: '学堂的文章里', readable: '客户能读到。' },
  card: { noun: '这张卡片', done: '看过', place: '首页可以给', readable: '客户看。' },
  poster: { noun: '这张海报', done: '看过', place: '首页可以给', readable: '客户看。' },
} as const satisfies Record<ContentKind, Readonly<Record<string, string>>>;

/** The figures of a reach as sentences; each says what is counted, and none promises that anybody reads it. */
export function reachSentences(
  reach: LessonReach,
  { kind, stages, groups }: Pick<ContentDraft, 'kind' | 'stages' | 'groups'>,
): readonly ReachSentence[] {
  const { noun, done, place, readable } = words[kind];
  const isForEverybody = stages.length === 0 && groups.length === 0;
  return [
    {
      before: place,
      count: reach.served,
      unit: '位',
      after: readable,
      definition: '现在同意服务条款、没有限制处理的客户，合并过的登记算一位',
    },
    {
      before: '首页会向',
      count: reach.open,
      unit: '位',
      after: `客户列出，其余的已经${done}。`,
      definition: `能读到的客户里，没有${done}任何一版的`,
    },
    isForEverybody
      ? {
          before: `${noun}没有指定阶段或客群，会优先排给`,
          count: 0,
          unit: '位',
          after:
            kind === 'lesson' ? '客户，其他人按路径顺序和发布日期看到。' : '客户，其他人按发布日期看到。',
          definition: '同意个性化服务、阶段或客群符合的客户',
        }
      : {
          before: '因为阶段或客群相符，会优先排给',
          count: reach.suitsEither,
          unit: '位',
          after: `客户（阶段相符 ${reach.suitsStage} 位，客群相符 ${reach.suitsGroup} 位，可能重复）。`,
          definition: '首页会列出的客户里，同意个性化服务、阶段或客群符合的，每位只算一次',
        },
    kind === 'lesson' ? learners(reach) : readers(reach, kind === 'article' ? '读' : '看'),
  ];
}

/** Who has learnt a lesson, and what of that a new version leaves as it is. */
function learners({ liveVersion, finishedAny, finishedLive, reading }: LessonReach): ReachSentence {
  return liveVersion === null
    ? {
        before: '还没有发布过，学完过的客户有',
        count: finishedAny,
        unit: '位',
        after: '。',
        definition: '学完过任何一版的客户',
      }
    : {
        before: `现在客户读到的是第 ${liveVersion} 版，学完它的有`,
        count: finishedLive,
        unit: '位',
        after: `；学完过任何一版的共 ${finishedAny} 位，在读 ${reading} 位；新版发布后，学完的记录不变。`,
        definition: '读到最后一段并记为学完这一版的客户',
      };
}

/** Nothing but a lesson is finished: it has been read, or seen. */
function readers({ liveVersion, finishedAny, reading }: LessonReach, verb: '读' | '看'): ReachSentence {
  return {
    before:
      liveVersion === null
        ? `还没有发布过，${verb}过的客户有`
        : `现在客户${verb}到的是第 ${liveVersion} 版，${verb}过任何一版的有`,
    count: finishedAny + reading,
    unit: '位',
    after: '。',
    definition: `${verb}过任何一版的客户，每位只算一次`,
  };
}
