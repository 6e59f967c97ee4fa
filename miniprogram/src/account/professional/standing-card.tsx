import { Text, View } from '@tarojs/components';
import type { OwnProfessional } from '@siyu/shared/contracts/professional';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { dayInWords, momentInWords } from '../../words/dates';
import { say } from '../../words/say';

interface StandingCardProps {
  readonly own: OwnProfessional;
  readonly onChanged: (own: OwnProfessional) => void;
}

/** What the member is now, what became of the application, and the way back, which is open at any time. */
export function StandingCard({ own, onChanged }: StandingCardProps) {
  const { professionalUntil, application } = own;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isWaiting = application?.state === 'WAITING' || application?.state === 'CHECKED';
  const goBack = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onChanged(await call(professionalRoutes.becomeOrdinary, {}));
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };
  const kind = professionalUntil === null ? 'ORDINARY' : 'PROFESSIONAL';
  return (
    <View id="professional-standing" className="card professional__standing">
      <Text className="card-title">{say(`professional.kind.${kind}`)}</Text>
      {professionalUntil === null ? (
        <Text className="professional__text">{say('professional.ordinary.hint')}</Text>
      ) : (
        <Text className="professional__text">
          {say('professional.until', { date: dayInWords(professionalUntil) })}
        </Text>
      )}
      {application === null ? null : (
        <View className="professional__last">
          <Text id="professional-state" className="professional__state">
            {say(`professional.state.${application.state}`)}
          </Text>
          {application.refusal === null ? null : (
            <Text className="professional__text">
              {say('professional.refusal', { text: application.refusal })}
            </Text>
          )}
          <Text className="meta">
            {say('professional.applied', {
              date: momentInWords(application.appliedAt),
              count: application.pictures,
            })}
          </Text>
        </View>
      )}
      {professionalUntil === null && !isWaiting ? null : (
        <>
          <Text className="professional__text">{say('professional.return.hint')}</Text>
          <Button
            id="professional-return"
            kind="line"
            text={say(isWaiting ? 'professional.withdraw' : 'professional.return')}
            isDisabled={isBusy}
            onTap={() => void goBack()}
          />
        </>
      )}
      {problem === null ? null : <Text className="professional__problem">{problem}</Text>}
    </View>
  );
}
