import { Text, View } from '@tarojs/components';
import { CHECK_TEXT_MAX, FAKE_REPORT_TEXT_MAX } from '@siyu/shared/contracts/verification.limits';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { useRef, useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { uuidV7 } from '../../phone/uuid-v7';
import { say } from '../../words/say';
import { CallUs } from './outcome';

/** Tells the firm of somebody who pretends to be it: one press, and words only from those who have some. */
export function Report({ checkedText }: { readonly checkedText: string | null }) {
  const [text, setText] = useState('');
  const [state, setState] = useState<'writing' | 'sending' | 'done'>('writing');
  const [problem, setProblem] = useState<string | null>(null);
  // Pressed again after a lost answer it is the same report.
  const reportId = useRef(uuidV7(Date.now()));

  const send = async (): Promise<void> => {
    setState('sending');
    setProblem(null);
    try {
      const told = checkedText === null ? null : checkedText.slice(0, CHECK_TEXT_MAX);
      await call(verificationRoutes.reportFake, {
        body: { reportId: reportId.current, checkedText: told, text },
      });
      setState('done');
    } catch (error) {
      setProblem(sentenceOfError(error));
      setState('writing');
    }
  };

  if (state === 'done')
    return (
      <View id="report-done" className="card">
        <Text className="verify__outcome">{say('verify.report.done')}</Text>
        <Text className="verify__words">{say('verify.report.done.hint')}</Text>
        <CallUs />
      </View>
    );
  return (
    <View id="report" className="card">
      <Text className="card-title">{say('verify.report.heading')}</Text>
      <Text className="verify__words">{say('verify.report.hint')}</Text>
      <TextField
        id="report-text"
        label={say('verify.report.text')}
        hint={say('verify.report.text.hint')}
        value={text}
        maxLength={FAKE_REPORT_TEXT_MAX}
        isDisabled={state === 'sending'}
        onChange={setText}
      />
      {problem === null ? null : <Text className="verify__problem">{problem}</Text>}
      <Button
        id="report-send"
        kind="line"
        text={say(state === 'sending' ? 'verify.report.sending' : 'verify.report.send')}
        isDisabled={state === 'sending'}
        onTap={() => void send()}
      />
    </View>
  );
}
