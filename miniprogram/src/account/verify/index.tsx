import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CHECK_TEXT_MAX } from '@siyu/shared/contracts/verification.limits';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { Screen } from '../../components/screen';
import { say } from '../../words/say';
import { Outcome } from './outcome';
import { Report } from './report';
import { useCheck } from './use-check';
import './index.scss';

/** Whether a person, a group, a card or a link is of the firm; open to everybody, since the deceived have no account. */
export default function VerifyPage() {
  const { params } = useRouter();
  const code = params['code'] ?? '';
  const [text, setText] = useState(code);
  const { isBusy, problem, checked, ask, scan, readPicture } = useCheck();
  useEffect(() => {
    if (code !== '') void ask(code);
  }, [code]);

  return (
    <Screen name="verify" isOpenToAll>
      <Text className="heading">{say('verify.heading')}</Text>
      <Text className="sub">{say('verify.hint')}</Text>
      <View className="card verify__fields">
        <TextField
          id="verify-text"
          label={say('verify.text')}
          hint={say('verify.text.hint')}
          value={text}
          maxLength={CHECK_TEXT_MAX}
          isDisabled={isBusy}
          onChange={setText}
        />
      </View>
      <View className="verify__acts">
        <Button
          id="verify-check"
          text={say(isBusy ? 'verify.checking' : 'verify.check')}
          isDisabled={isBusy || text.trim() === ''}
          onTap={() => void ask(text.trim())}
        />
        {process.env.TARO_ENV === 'weapp' ? (
          <Button
            id="verify-scan"
            kind="line"
            text={say('verify.scan')}
            isDisabled={isBusy}
            onTap={() => void scan()}
          />
        ) : (
          <Button
            id="verify-picture"
            kind="line"
            text={say('verify.picture')}
            isDisabled={isBusy}
            onTap={() => void readPicture()}
          />
        )}
      </View>
      {problem === null ? null : (
        <Text id="verify-problem" className="verify__problem">
          {problem}
        </Text>
      )}
      {checked === null ? null : <Outcome checked={checked} />}
      <Report key={checked?.text ?? ''} checkedText={checked?.text ?? null} />
    </Screen>
  );
}
