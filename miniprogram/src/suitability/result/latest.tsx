import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { OwnAssessment } from '@siyu/shared/contracts/suitability';
import { SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { investorLevelNames } from '@siyu/shared/messages';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { Chip } from '../../components/chip';
import { say } from '../../words/say';

interface LatestProps {
  readonly latest: OwnAssessment;
  readonly onConfirmed: () => void;
}

/** A result that does not count yet: what it means, and what is to be confirmed of it in which words. */
export function Latest({ latest, onConfirmed }: LatestProps) {
  const { state, level, pointsReached, isLowestByAnswer, confirmedAt } = latest;
  const isToConfirm = confirmedAt === null && (state === 'TO_CONFIRM' || state === 'HELD');
  return (
    <View id="suit-latest" className="card">
      <Chip tone={state === 'TO_CONFIRM' ? 'gold' : 'ink'} text={say(`suit.state.${state}`)} />
      <Text id="suit-result" className="suit__level">
        {investorLevelNames[level]}
      </Text>
      <Text className="suit__meaning">{say(`suit.meaning.${level}`)}</Text>
      {isLowestByAnswer ? <Text className="suit__meaning">{say('suit.lowest')}</Text> : null}
      {state === 'HELD' ? <Text className="suit__meaning">{say('suit.held')}</Text> : null}
      {state === 'REFUSED' ? <Text className="suit__meaning">{say('suit.refused')}</Text> : null}
      <Text className="meta">
        {say('suit.score', { score: pointsReached })}
        {confirmedAt === null ? '' : ` · ${say('suit.confirmed')}`}
      </Text>
      {isToConfirm ? <Confirm assessmentId={latest.assessmentId} onConfirmed={onConfirmed} /> : null}
    </View>
  );
}

interface ConfirmProps {
  readonly assessmentId: string;
  readonly onConfirmed: () => void;
}

function Confirm({ assessmentId, onConfirmed }: ConfirmProps) {
  const [isBusy, setBusy] = useState(false);
  const { version, text } = SUITABILITY_WORDS.CONFIRMED;
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await call(suitabilityRoutes.confirmAssessment, {
        params: { assessmentId },
        body: { textVersion: version },
      });
      void Taro.showToast({ title: say('suit.confirmed'), icon: 'none' });
    } catch (error) {
      void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    }
    setBusy(false);
    onConfirmed();
  };
  return (
    <>
      <Text className="suit__words">{text}</Text>
      <Button
        id="suit-confirm"
        text={say(isBusy ? 'suit.confirming' : 'suit.confirm_result')}
        isDisabled={isBusy}
        onTap={() => void confirm()}
      />
    </>
  );
}
