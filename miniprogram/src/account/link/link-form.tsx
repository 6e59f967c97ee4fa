import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ConsentState } from '@siyu/shared/contracts/identity';
import { ACCOUNT_NO_PATTERN, LINK_CODE_PATTERN, PHONE_PATTERN } from '@siyu/shared/contracts/identity.limits';
import { Button } from '../../components/button';
import { ConsentCard } from '../../components/consent-card';
import { DigitField } from '../../components/field';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { DemoHint } from './demo-hint';
import { useAccountLink } from './use-account-link';

/** First who somebody is, then the code that proves it. */
export function LinkForm({ consent }: { readonly consent: ConsentState | null }) {
  const [isTicked, setTicked] = useState(false);
  const [accountNo, setAccountNo] = useState('');
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const { isBusy, problem, sent, send, finish, startOver } = useAccountLink(consent);

  const hasConsent = consent === null || consent.isGranted || isTicked;
  const isNamed = ACCOUNT_NO_PATTERN.test(accountNo) && PHONE_PATTERN.test(phone);
  const ask = (): void => {
    setCode('');
    void send(accountNo, phone);
  };
  const sentence = problem === null ? null : <Text className="link__problem">{problem}</Text>;

  if (sent !== null)
    return (
      <View className="link__step">
        <Text className="heading">{say('link.code')}</Text>
        <Text className="sub">
          {say('link.sent', { tail: sent.phoneTail, time: momentInWords(sent.expiresAt) })}
        </Text>
        <View className="card link__fields">
          <DigitField
            id="link-code"
            label={say('link.code')}
            hint={say('link.code.hint')}
            value={code}
            maxLength={6}
            isDisabled={isBusy}
            onChange={setCode}
          />
        </View>
        <DemoHint phone={phone} sentAt={sent.expiresAt} />
        {sentence}
        <Button
          id="link-finish"
          text={say(isBusy ? 'link.finishing' : 'link.finish')}
          isDisabled={isBusy || !LINK_CODE_PATTERN.test(code)}
          onTap={() => void finish(code)}
        />
        <Button
          id="link-again"
          kind="line"
          text={say('link.again', { count: sent.codesLeft })}
          isDisabled={isBusy || sent.codesLeft === 0}
          onTap={ask}
        />
        <Button
          id="link-change"
          kind="quiet"
          text={say('link.change')}
          isDisabled={isBusy}
          onTap={startOver}
        />
      </View>
    );
  return (
    <View className="link__step">
      <Text className="heading">{say('link.heading')}</Text>
      <Text className="sub">{say('link.hint')}</Text>
      {consent === null || consent.isGranted ? null : (
        <ConsentCard
          consent={consent}
          isTicked={isTicked}
          onToggle={() => {
            setTicked((before) => !before);
          }}
        />
      )}
      <View className="card link__fields">
        <DigitField
          id="link-account-no"
          label={say('link.account_no')}
          hint={say('link.account_no.hint')}
          value={accountNo}
          maxLength={20}
          isDisabled={isBusy}
          onChange={setAccountNo}
        />
        <DigitField
          id="link-phone"
          label={say('link.phone')}
          hint={say('link.phone.hint')}
          value={phone}
          maxLength={11}
          isDisabled={isBusy}
          onChange={setPhone}
        />
        <Text className="meta">{say('link.kept')}</Text>
      </View>
      <DemoHint />
      {sentence}
      <Button
        id="link-send"
        text={say(isBusy ? 'link.sending' : hasConsent ? 'link.send' : 'link.need_consent')}
        isDisabled={isBusy || !hasConsent || !isNamed}
        onTap={ask}
      />
    </View>
  );
}
