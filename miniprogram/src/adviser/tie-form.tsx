import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { DESK_CODE_DIGITS } from '@siyu/shared/contracts/staff-phone.limits';
import { sentenceOfError } from '../api/api-error';
import { Button } from '../components/button';
import { DigitField } from '../components/field';
import { tiePhone } from './adviser-session';
import { tell } from './tell';

/** The code of the desk, which makes this WeChat stand for its adviser. */
export function TieForm() {
  const [code, setCode] = useState('');
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setSending(true);
    setProblem(null);
    try {
      await tiePhone(code);
    } catch (error) {
      setCode('');
      setProblem(sentenceOfError(error));
      setSending(false);
    }
  };
  return (
    <View className="card">
      <Text className="card-title">{tell('tie.title')}</Text>
      <Text className="advise__text">{tell('tie.how')}</Text>
      <DigitField
        id="desk-code"
        label={tell('tie.label')}
        hint={tell('tie.hint')}
        value={code}
        maxLength={DESK_CODE_DIGITS}
        isDisabled={isSending}
        onChange={setCode}
      />
      {problem === null ? null : (
        <Text id="tie-problem" className="advise__problem">
          {problem}
        </Text>
      )}
      <Button
        id="tie-send"
        text={tell(isSending ? 'tie.sending' : 'tie.send')}
        isDisabled={isSending || code.length < DESK_CODE_DIGITS}
        onTap={() => void send()}
      />
      <Text className="meta advise__note">{tell('tie.note')}</Text>
    </View>
  );
}
