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

/** How a kind is called in a sentence, what has been done with it in the end, and who has it at all. */
const words = {
  lesson: { noun: '这一课', done: '学完', place: '学堂里', readable: '客户能读到。' },
  article: { noun: '这篇文章', done: '读完', place: '学堂的文章里', readable: '客户能读到。' },
  card: { noun: '这张卡片', done: '看过', place: '首页可以给', readable: '客户看。' },
  poster: { noun: '这张海报', done: '看过', place: '首页可以给', readable: '客户看。' },
} as const satisfies Record<ContentKind, Readonly<Record<string, string>>>;

/** The figures of a reach as sentences; each says what is counted, and none promises that anybody reads it. */
export function reachSentences(
  reach: LessonReach,
  { kind, stages, groups }: Pick<ContentDraft, 'kind' | 'stages' | 'groups'>,
): readonly ReachSentence[] {
  const { noun, done, place, readable } = words[kind];
  const already = done === '看过' ? '看过' : `${done}过`;
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
      after: `客户列出，其余的已经${already}。`,
      definition: `能读到的客户里，没有${already}任何一版的`,
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
    reach.liveVersion === null
      ? {
          before: `还没有发布过，${already}的客户有`,
          count: reach.finishedAny,
          unit: '位',
          after: '。',
          definition: `${already}任何一版的客户`,
        }
      : {
          before: `现在客户${done === '看过' ? '看到' : '读到'}的是第 ${reach.liveVersion} 版，${done}它的有`,
          count: reach.finishedLive,
          unit: '位',
          after: `；${already}任何一版的共 ${reach.finishedAny} 位，在读 ${reach.reading} 位；新版发布后，${done}的记录不变。`,
          definition: kind === 'lesson' ? '读到最后一段并记为学完这一版的客户' : `${done}这一版的客户`,
        },
  ];
}
