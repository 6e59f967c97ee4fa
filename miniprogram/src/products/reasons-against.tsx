import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { matchReasonSentences } from '@siyu/shared/messages';
import type { MatchReason } from '@siyu/shared/suitability';
import { Button } from '../components/button';
import { say } from '../words/say';

/** What an assessment puts right. */
const BY_ASSESSMENT: readonly MatchReason[] = [
  'INFORMATION_REFUSED',
  'NOT_ASSESSED',
  'ASSESSMENT_EXPIRED',
  'FACTS_CHANGED',
  'GOALS_UNKNOWN',
];

interface ReasonsProps {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly MatchReason[];
}

/** Everything that speaks against it, and what the member can do about that. */
export function ReasonsAgainst({ id, title, reasons }: ReasonsProps) {
  return (
    <View id={id} className="card">
      <Text className="shelf__heading">{title}</Text>
      {reasons.map((reason) => (
        <Text key={reason} className="shelf__text">
          {matchReasonSentences[reason]}
        </Text>
      ))}
      {reasons.some((reason) => BY_ASSESSMENT.includes(reason)) ? (
        <Button
          id={`${id}-assess`}
          kind="line"
          text={say('shelf.to_assessment')}
          onTap={() => void Taro.navigateTo({ url: '/suitability/result/index' })}
        />
      ) : null}
      {reasons.includes('CALL_BACK_DUE') ? (
        <Button
          id={`${id}-call-back`}
          kind="line"
          text={say('shelf.to_call_back')}
          onTap={() => void Taro.navigateTo({ url: '/account/elder/index' })}
        />
      ) : null}
    </View>
  );
}
