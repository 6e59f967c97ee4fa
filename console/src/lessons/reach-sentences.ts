import type { LessonReach } from '@siyu/shared/contracts/analytics';
import type { LessonDraft } from '@siyu/shared/contracts/content';

interface ReachSentence {
  readonly before: string;
  readonly count: number;
  readonly unit: string;
  readonly after: string;
  readonly definition: string;
}

/** The figures of a reach as sentences; each says what is counted, and none promises that anybody reads it. */
export function reachSentences(
  reach: LessonReach,
  { stages, groups }: Pick<LessonDraft, 'stages' | 'groups'>,
): readonly ReachSentence[] {
  const isForEverybody = stages.length === 0 && groups.length === 0;
  return [
    {
      before: '学堂里',
      count: reach.served,
      unit: '位',
      after: '客户能读到。',
      definition: '现在同意服务条款、没有限制处理的客户，合并过的登记算一位',
    },
    {
      before: '首页会向',
      count: reach.open,
      unit: '位',
      after: '客户列出，其余的已经学完过。',
      definition: '能读到的客户里，没有学完过任何一版的',
    },
    isForEverybody
      ? {
          before: '这一课没有指定阶段或客群，会优先排给',
          count: 0,
          unit: '位',
          after: '客户，其他人按路径顺序和发布日期看到。',
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
          before: '还没有发布过，学完过的客户有',
          count: reach.finishedAny,
          unit: '位',
          after: '。',
          definition: '学完过任何一版的客户',
        }
      : {
          before: `现在客户读到的是第 ${reach.liveVersion} 版，学完它的有`,
          count: reach.finishedLive,
          unit: '位',
          after: `；学完过任何一版的共 ${reach.finishedAny} 位，在读 ${reach.reading} 位；新版发布后，学完的记录不变。`,
          definition: '读到最后一段并记为学完这一版的客户',
        },
  ];
}
