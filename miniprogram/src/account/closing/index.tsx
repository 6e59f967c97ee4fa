import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { Button } from '../../components/button';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Tick } from '../../components/tick';
import { uuidV7 } from '../../phone/uuid-v7';
import { closeAccount } from '../../session/close-account';
import { say } from '../../words/say';
import { useLapsingPoints } from './use-lapsing-points';
import './index.scss';

const PARTS = ['erased', 'lapse', 'kept', 'after'] as const;

/** What closing the account means, and the two steps to it: having read, and saying so once more. */
export default function ClosingPage() {
  const [hasRead, setRead] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const points = useLapsingPoints();
  // One id for every try of this page: a try whose answer was lost is not a second closing.
  const closingId = useRef(uuidV7(Date.now()));

  const close = async (): Promise<void> => {
    const { confirm } = await Taro.showModal({
      title: say('closing.ask'),
      content: say('closing.ask.text'),
      confirmText: say('closing.ask.confirm'),
      cancelText: say('me.cancel'),
    });
    if (!confirm) return;
    setBusy(true);
    setProblem(null);
    try {
      await closeAccount(closingId.current);
    } catch (error) {
      setProblem(sentenceOfError(error));
      setBusy(false);
    }
  };

  return (
    <Screen name="closing">
      <Text className="sub">{say('closing.intro')}</Text>
      {PARTS.map((part) => (
        <View key={part} id={`closing-${part}`} className="card">
          <Text className="card-title">{say(`closing.${part}`)}</Text>
          {part === 'lapse' && points !== null ? (
            <Text className="closing__text">{say('closing.lapse.points', { ...points })}</Text>
          ) : null}
          <Text className="closing__text">{say(`closing.${part}.text`)}</Text>
        </View>
      ))}
      <View className="card card--rows">
        <Row
          id="closing-copy"
          title={say('closing.copy')}
          value={say('me.privacy.value')}
          onTap={() => void Taro.navigateTo({ url: '/account/copy/index' })}
        />
      </View>
      <View className="card">
        <Tick
          id="closing-read"
          text={say('closing.read')}
          isOn={hasRead}
          onTap={() => {
            setRead(!hasRead);
          }}
        />
        {problem === null ? null : <Text className="closing__problem">{problem}</Text>}
        <Button
          id="close-account"
          kind="line"
          text={say(isBusy ? 'closing.closing' : 'closing.close')}
          isDisabled={!hasRead || isBusy}
          onTap={() => void close()}
        />
      </View>
    </Screen>
  );
}
