import Taro from '@tarojs/taro';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { Row } from '../../components/row';
import { Toggle } from '../../components/toggle';
import { useStore } from '../../phone/store';
import { decideConsents, listConsents } from '../../session/consents';
import { session } from '../../session/session';
import { say } from '../../words/say';

/** Switching off takes one touch; switching on shows the text that is agreed to. */
export function PersonalisedRow() {
  const { member } = useStore(session);
  const [isBusy, setBusy] = useState(false);
  const isOn = member?.isPersonalised === true;

  const change = async (): Promise<void> => {
    setBusy(true);
    try {
      const consent = (await listConsents()).find(({ purpose }) => purpose === 'PROFILING');
      if (consent !== undefined && (isOn || (await agrees(consent.title, consent.text))))
        await decideConsents([{ purpose: 'PROFILING', textVersion: consent.textVersion, isGranted: !isOn }]);
    } catch (error) {
      void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    }
    setBusy(false);
  };

  return (
    <Row title={say('me.personalised')}>
      <Toggle
        id="toggle-personalised"
        label={say('me.personalised')}
        isOn={isOn}
        isBusy={isBusy}
        onTap={() => void change()}
      />
    </Row>
  );
}

async function agrees(title: string, content: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title,
    content,
    confirmText: say('privacy.grant.confirm'),
    cancelText: say('privacy.grant.cancel'),
  });
  return confirm;
}
