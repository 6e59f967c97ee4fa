import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { OwnSuitability } from '@siyu/shared/contracts/suitability';
import { investorLevelNames, type MemberMessage } from '@siyu/shared/messages';
import { Button } from '../../components/button';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import { makeStatement } from '../make-statement';
import { Latest } from './latest';

interface StandingProps {
  readonly own: OwnSuitability;
  readonly onChanged: () => void;
}

/** What counts now, what is to be done about it, and what was handed in last where that is something else. */
export function Standing({ own, onChanged }: StandingProps) {
  const { latest, level, validUntil, wait } = own;
  const trouble = troubleOf(own);
  const change = async (): Promise<void> => {
    if ((await makeStatement('FACTS_CHANGED')) !== null) onChanged();
  };
  return (
    <>
      {trouble === null ? null : (
        <View id="suit-trouble" className="suit__trouble">
          <Text>{say(trouble)}</Text>
        </View>
      )}
      {latest === null || latest.state === 'COUNTS' || latest.state === 'EXPIRED' ? null : (
        <Latest latest={latest} onConfirmed={onChanged} />
      )}
      {level === null ? null : (
        <View className="card">
          <Text className="meta">{say('suit.in_use')}</Text>
          <Text id="suit-level" className="suit__level">
            {investorLevelNames[level]}
          </Text>
          <Text className="suit__meaning">{say(`suit.meaning.${level}`)}</Text>
          {validUntil === null ? null : (
            <Text className="meta">{say('suit.until', { date: dayInWords(validUntil) })}</Text>
          )}
        </View>
      )}
      {latest?.state === 'TO_CONFIRM' || (latest?.state === 'HELD' && trouble === null) ? null : (
        <View className="suit__acts">
          <Button
            id="suit-again"
            kind={trouble === null ? 'line' : 'main'}
            text={say(latest === null ? 'suit.start' : 'suit.again')}
            isDisabled={wait !== null}
            onTap={() => void Taro.redirectTo({ url: '/suitability/questionnaire/index' })}
          />
          {wait === null ? null : (
            <Text className="meta suit__wait">
              {say(`suit.wait.${wait.reason}`, { date: dayInWords(wait.from) })}
            </Text>
          )}
          {own.standing === 'VALID' ? (
            <Button id="suit-changed" kind="quiet" text={say('suit.changed')} onTap={() => void change()} />
          ) : null}
        </View>
      )}
    </>
  );
}

/** Why no product is shown now, the weightiest first; null: nothing is in the way. */
function troubleOf({ standing, hasRefusedInformation }: OwnSuitability): MemberMessage | null {
  if (hasRefusedInformation) return 'suit.information_refused';
  if (standing === 'ASSESSMENT_EXPIRED') return 'suit.expired';
  return standing === 'FACTS_CHANGED' ? 'suit.facts_changed' : null;
}
