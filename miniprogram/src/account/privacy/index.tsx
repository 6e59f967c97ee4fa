import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { ConsentList, ConsentState } from '@siyu/shared/contracts/identity';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { deedQueue, eventQueue } from '../../queues/queues';
import { useLoaded } from '../../reading/use-loaded';
import { decideConsents } from '../../session/consents';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { Conclusions } from './conclusions';
import { ConsentRow } from './consent-row';
import { RecordedKinds } from './recorded-kinds';
import './index.scss';

/** What is kept of a person and why, and every decision they have made, each to be changed here. */
export default function PrivacyPage() {
  const { phase, member } = useStore(session);
  const list = useLoaded<ConsentList>(
    'consents',
    () => call(identityRoutes.listConsents, {}),
    phase === 'entered',
  );
  const [isBusy, setBusy] = useState(false);

  const decide = async ({ purpose, textVersion, isGranted }: ConsentState): Promise<void> => {
    if (purpose === 'SERVICE' && isGranted && !(await confirmsWithdrawal())) return;
    setBusy(true);
    try {
      const consents = await decideConsents([{ purpose, textVersion, isGranted: !isGranted }]);
      list.change(() => ({ consents: [...consents] }));
    } catch (error) {
      void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    }
    setBusy(false);
  };
  const waiting =
    member === null ? 0 : eventQueue.count(member.memberId) + deedQueue.waiting(member.memberId).length;

  return (
    <Screen name="privacy">
      <Text className="privacy__heading">{say('privacy.choices')}</Text>
      {/* Each in a box of its own: what an answer changes is sent alone, and not the page with it. */}
      <View>
        {list.data !== null ? (
          list.data.consents.map((consent) => (
            <ConsentRow
              key={consent.purpose}
              consent={consent}
              isBusy={isBusy}
              onChange={() => void decide(consent)}
            />
          ))
        ) : list.problem !== null ? (
          <Failure sentence={list.problem} onRetry={() => void list.reload()} />
        ) : (
          <Skeleton />
        )}
      </View>
      <Text className="privacy__heading">{say('conclusions.heading')}</Text>
      <View>
        <Conclusions isReady={phase === 'entered'} />
      </View>
      <Text className="privacy__heading">{say('privacy.rights')}</Text>
      <View className="card card--rows">
        <Row
          id="access-copy"
          title={say('copy.page')}
          value={say('me.privacy.value')}
          onTap={() => void Taro.navigateTo({ url: '/account/copy/index' })}
        />
        <Row
          id="account-closing"
          title={say('closing.page')}
          onTap={() => void Taro.navigateTo({ url: '/account/closing/index' })}
        />
      </View>
      <Text className="privacy__heading">{say('privacy.heading')}</Text>
      <RecordedKinds />
      <View id="privacy-receivers" className="card">
        <Text className="card-title">{say('privacy.receivers')}</Text>
        <Text className="sub">{say('privacy.receivers.text')}</Text>
      </View>
      <View className="card card--rows">
        <Row
          id="privacy-queue"
          title={say('privacy.queue')}
          value={say('privacy.queue.count', { count: waiting })}
        />
      </View>
    </Screen>
  );
}

async function confirmsWithdrawal(): Promise<boolean> {
  const { confirm } = await Taro.showModal({
    title: say('privacy.withdraw_service'),
    content: say('privacy.withdraw_service.ask'),
    confirmText: say('privacy.withdraw_service.confirm'),
    cancelText: say('me.cancel'),
  });
  return confirm;
}
