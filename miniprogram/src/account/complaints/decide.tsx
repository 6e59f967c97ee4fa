import { Text, View } from '@tarojs/components';
import type { OwnComplaint } from '@siyu/shared/contracts/care';
import { APPEAL_TEXT_MAX } from '@siyu/shared/contracts/care.limits';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { LongTextField } from '../../components/field';
import { say } from '../../words/say';

interface DecideProps {
  readonly complaintId: string;
  readonly onDecided: (complaint: OwnComplaint) => void;
}

/** Whether an answer settles it, or somebody else shall look at it once more. Both may be pressed again safely. */
export function Decide({ complaintId, onDecided }: DecideProps) {
  const [isAppealing, setAppealing] = useState(false);
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const decide = async (asked: Promise<OwnComplaint>): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onDecided(await asked);
    } catch (error) {
      setProblem(sentenceOfError(error));
      setBusy(false);
    }
  };
  const params = { complaintId };
  return (
    <View className="complaint__decide">
      {isAppealing ? (
        <>
          <LongTextField
            id={`appeal-text-${complaintId}`}
            label={say('care.appeal.label')}
            hint={say('care.appeal.hint')}
            value={text}
            maxLength={APPEAL_TEXT_MAX}
            isDisabled={isBusy}
            onChange={setText}
          />
          <Button
            id={`appeal-send-${complaintId}`}
            kind="line"
            text={say(isBusy ? 'care.sending' : 'care.appeal.send')}
            isDisabled={isBusy || text.trim() === ''}
            onTap={() =>
              void decide(call(careRoutes.appealComplaint, { params, body: { text: text.trim() } }))
            }
          />
          <Button
            id={`appeal-back-${complaintId}`}
            kind="quiet"
            text={say('care.appeal.back')}
            isDisabled={isBusy}
            onTap={() => {
              setAppealing(false);
            }}
          />
        </>
      ) : (
        <>
          <Button
            id={`accept-${complaintId}`}
            kind="line"
            text={say(isBusy ? 'care.sending' : 'care.accept')}
            isDisabled={isBusy}
            onTap={() => void decide(call(careRoutes.acceptAnswer, { params }))}
          />
          <Button
            id={`appeal-${complaintId}`}
            kind="quiet"
            text={say('care.appeal')}
            isDisabled={isBusy}
            onTap={() => {
              setAppealing(true);
            }}
          />
        </>
      )}
      {problem === null ? null : <Text className="complaint__problem">{problem}</Text>}
    </View>
  );
}
