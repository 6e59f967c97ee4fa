import { Text, View } from '@tarojs/components';
import { FAKE_REPORT_TEXT_MAX, REPORT_PICTURES_MAX } from '@siyu/shared/contracts/verification.limits';
import { useState } from 'react';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { say } from '../../words/say';
import { CallUs } from '../call-us';
import { PickedPictures } from '../pictures/picked-pictures';
import { useReport } from './use-report';

/** Tells the firm of somebody who pretends to be it: one press, and words only from those who have some. */
export function Report({ checkedText }: { readonly checkedText: string | null }) {
  const [text, setText] = useState('');
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const { state, problem, send } = useReport(checkedText);

  if (state === 'done')
    return (
      <View id="report-done" className="card">
        <Text className="verify__outcome">{say('verify.report.done')}</Text>
        <Text className="verify__words">{say('verify.report.done.hint')}</Text>
        <CallUs id="verify-call" />
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
      <PickedPictures
        name="report"
        max={REPORT_PICTURES_MAX}
        hint="verify.report.picture.hint"
        paths={pictures}
        isDisabled={state === 'sending'}
        onChange={setPictures}
      />
      {problem === null ? null : <Text className="verify__problem">{problem}</Text>}
      <Button
        id="report-send"
        kind="line"
        text={say(state === 'sending' ? 'verify.report.sending' : 'verify.report.send')}
        isDisabled={state === 'sending'}
        onTap={() => void send(text, pictures)}
      />
    </View>
  );
}
