import type { StaffAward } from '@siyu/shared/contracts/awards';
import { awardHoldSentences, awardRefusalSentences, awardSeenSentences } from '@siyu/shared/messages';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { AwardActs } from './award-acts.tsx';
import { conditionInWords } from './condition-in-words.ts';
import { AwardChip, eventInWords, memberInWords, rewardInWords } from './award-columns.tsx';

interface AwardDrawerProps {
  readonly award: StaffAward | null;
  readonly onClose: () => void;
}

/** One award: the rule, the event and the value that each condition saw; and what may be done about it. */
export function AwardDrawer({ award, onClose }: AwardDrawerProps) {
  return (
    <RowDrawer isOpen={award !== null} onClose={onClose} width={640} title="一笔奖励">
      {award && (
        <div key={award.awardId}>
          <AwardChip state={award.state} />
          <Facts facts={factsOf(award)} />
          <AwardActs award={award} />
        </div>
      )}
    </RowDrawer>
  );
}

type Fact = readonly [name: string, value: string];

function factsOf(award: StaffAward): readonly Fact[] {
  const { awardNo, ruleName, ruleVersion, eventId, seq, occurredAt, reward, refusal } = award;
  const { hold, holdSeen, conditions, decidedAt, deciderName, decisionReason } = award;
  return [
    ['发放次序', `第 ${awardNo} 笔`],
    ['客户', memberInWords(award)],
    ['规则', `${ruleName} · 第 ${ruleVersion} 版`],
    ['因为', `${eventInWords(award)} · ${formatInstant(occurredAt)}`],
    ['事件编号', `${eventId} · 客户的第 ${seq} 次变化`],
    ['奖励', rewardInWords(reward)],
    ...(hold === null ? [] : [['为什么要核对', awardHoldSentences[hold]] as const]),
    ...(hold === null || holdSeen === null
      ? []
      : [['当时看到', awardSeenSentences[hold](holdSeen)] as const]),
    ...(refusal === null ? [] : [['为什么没发', awardRefusalSentences[refusal]] as const]),
    ...conditions.map((seen, at): Fact => [`条件 ${at + 1}`, conditionInWords(seen)]),
    ...(decidedAt === null
      ? []
      : [
          ['处理', `${deciderName ?? '已离任'} · ${formatInstant(decidedAt)}`] as const,
          ['处理原因', decisionReason ?? ''] as const,
        ]),
  ];
}
