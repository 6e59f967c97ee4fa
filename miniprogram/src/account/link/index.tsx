import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ConsentList } from '@siyu/shared/contracts/identity';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { LinkForm } from './link-form';
import './index.scss';

/** Ties the member to the own account at the firm: a separate consent, then a code to the phone on record. */
export default function LinkPage() {
  const { phase, member } = useStore(session);
  const list = useLoaded<ConsentList>(
    'consents',
    () => call(identityRoutes.listConsents, {}),
    phase === 'entered',
  );
  const consent = list.data?.consents.find(({ purpose }) => purpose === 'SENSITIVE') ?? null;
  return (
    <Screen name="link">
      {member?.isAccountLinked === true ? (
        <Linked />
      ) : list.data !== null ? (
        <LinkForm consent={consent} />
      ) : list.problem !== null ? (
        <Failure sentence={list.problem} onRetry={() => void list.reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

function Linked() {
  return (
    <View id="link-done" className="card link__done">
      <View className="link__mark">
        <View className="link__tick" />
      </View>
      <Text className="link__title">{say('link.done')}</Text>
      <Text className="link__hint">{say('link.done.hint')}</Text>
      <Button
        id="link-privacy"
        kind="line"
        text={say('link.to_privacy')}
        onTap={() => void Taro.redirectTo({ url: '/account/privacy/index' })}
      />
      <Button
        id="link-back"
        kind="quiet"
        text={say('link.back')}
        onTap={() => void Taro.switchTab({ url: '/pages/me/index' })}
      />
    </View>
  );
}
