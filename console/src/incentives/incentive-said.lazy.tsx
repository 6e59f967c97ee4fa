import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { segmentsNamed } from '@siyu/shared/rules';
import { useQuery } from '@tanstack/react-query';
import { Facts } from '../list/facts.tsx';
import { liveSegmentsQuery } from '../segments/live-segments-query.ts';
import { useLessonTitles } from './use-lesson-titles.ts';
import { budgetSaid, incentiveSentence, limitsSaid, scheduleSaid } from './incentive-words.ts';

/** A rule that is written or was approved, all of it in words; segments it names are asked for only when it does. */
export default function IncentiveSaid({ draft }: { draft: IncentiveDraft }) {
  const named = segmentsNamed(draft.condition);
  const lessonIds = [...new Set(draft.mission?.steps.flatMap(({ contentIds }) => contentIds ?? []))];
  const titles = useLessonTitles(lessonIds);
  const live = useQuery({ ...liveSegmentsQuery, enabled: named.length > 0 });
  const known = live.data ?? [];
  // One that is live no more is still named by the rules of before.
  const others = named.filter((key) => known.every((each) => each.key !== key));
  const sentence = incentiveSentence(draft, [...known, ...others.map((key) => ({ key, name: key }))]);
  return (
    <>
      <p className="rule-said">{sentence === null ? '条件还没有写完整。' : `${sentence}。`}</p>
      <Facts
        facts={[
          ...(lessonIds.length === 0
            ? []
            : [['指定的课', lessonIds.map((id) => `《${titles.get(id) ?? '……'}》`).join('、')] as const]),
          ['客户看到', `${draft.title}：${draft.reason}`],
          ['每人限制', limitsSaid(draft)],
          ['预算', budgetSaid(draft)],
          ['有效期', scheduleSaid(draft)],
          [
            '先后',
            `${draft.priority}${draft.stackingGroup === null ? '' : `，「${draft.stackingGroup}」组里只送一个`}`,
          ],
          ['对照', draft.holdoutPercent === 0 ? '不留出' : `留出 ${draft.holdoutPercent}% 的客户`],
        ]}
      />
    </>
  );
}
