import { Text, View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { MemberProfile } from '@siyu/shared/contracts/identity';
import { Button } from '../../components/button';
import { CodeLine } from '../../components/check-code';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { Toggle } from '../../components/toggle';
import { changePreferences, preferences } from '../../phone/preferences';
import { useStore } from '../../phone/store';
import { queueState } from '../../queues/queues';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { refreshMember } from '../../session/sign-in';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import { About } from './about';
import { askToSignOut } from './ask-to-sign-out';
import { InvestorRows } from './investor-rows';
import { loadMe, type MeLoaded } from './load-me';
import { PersonalisedRow } from './personalised-row';
import { StagePath } from './stage-path';
import './index.scss';

export default function MePage() {
  const { phase, member } = useStore(session);
  const { learnt } = useStore(queueState);
  const loaded = useLoaded<MeLoaded>(
    'me',
    () => loadMe(member?.adviser?.registrationNo ?? null),
    phase === 'entered',
  );
  const { reload } = loaded;
  const path = loaded.data?.path ?? null;

  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  useEffect(() => {
    if (learnt === 0) return;
    const timer = setTimeout(() => void reload(), 1_500);
    return () => {
      clearTimeout(timer);
    };
  }, [learnt, reload]);
  usePullDownRefresh(() => {
    void Promise.all([reload(), refreshMember().catch(() => undefined)]).then(() =>
      Taro.stopPullDownRefresh(),
    );
  });

  return (
    <Screen name="me">
      {member === null ? null : <Head member={member} adviserCode={loaded.data?.adviserCode ?? null} />}
      {path !== null ? (
        <StagePath path={path} />
      ) : loaded.problem !== null ? (
        <Failure sentence={loaded.problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={1} />
      )}
      <View className="card card--rows">
        <Row
          id="learning-record"
          title={say('me.learned')}
          {...(path === null ? {} : { value: say('me.learned.count', { count: path.lessonsCompleted }) })}
          onTap={() => void Taro.navigateTo({ url: '/account/learning/index' })}
        />
        <Row
          id="my-notebook"
          title={say('notebook.title')}
          onTap={() => void Taro.navigateTo({ url: '/account/notebook/index' })}
        />
        <Row
          id="my-points"
          title={say('points.title')}
          onTap={() => void Taro.navigateTo({ url: '/account/points/index' })}
        />
        <Row
          id="exchange-page"
          title={say('exchange.title')}
          onTap={() => void Taro.navigateTo({ url: '/account/exchange/index' })}
        />
        <Row
          id="my-entitlements"
          title={say('held.title')}
          onTap={() => void Taro.navigateTo({ url: '/account/entitlements/index' })}
        />
        <Row
          id="my-products"
          title={say('shelf.title')}
          onTap={() => void Taro.navigateTo({ url: '/products/list/index' })}
        />
        <Row
          id="my-groups"
          title={say('groups.title')}
          onTap={() => void Taro.navigateTo({ url: '/community/groups/index' })}
        />
      </View>
      <InvestorRows />
      <Settings isAccountLinked={member?.isAccountLinked ?? false} />
      <About />
      <View className="me__out">
        <Button id="log-out" kind="quiet" text={say('me.logout')} onTap={() => void askToSignOut()} />
      </View>
    </Screen>
  );
}

interface HeadProps {
  readonly member: MemberProfile;
  readonly adviserCode: string | null;
}

function Head({ member, adviserCode }: HeadProps) {
  const { adviser } = member;
  return (
    <View className="me__head">
      <View className="me__face">
        <Text>{member.displayName.slice(0, 1)}</Text>
      </View>
      <View className="me__words">
        <Text id="member-name" className="me__name">
          {member.displayName}
        </Text>
        <Text className="meta">
          {adviser === null ? say('me.no_adviser') : say('me.adviser', { ...adviser })}
        </Text>
        {adviserCode === null ? null : <CodeLine kind="adviser" code={adviserCode} />}
        <Text className="meta me__since">
          {say('me.registered', { date: dayInWords(member.registeredOn) })}
        </Text>
      </View>
    </View>
  );
}

function Settings({ isAccountLinked }: { readonly isAccountLinked: boolean }) {
  const { isLargeText } = useStore(preferences);
  return (
    <View className="card card--rows">
      <Row
        id="account-link"
        title={say('me.account')}
        value={say(isAccountLinked ? 'me.account.linked' : 'me.account.not_linked')}
        onTap={() => void Taro.navigateTo({ url: '/account/link/index' })}
      />
      <Row
        id="my-suitability"
        title={say('suit.title')}
        onTap={() => void Taro.navigateTo({ url: '/suitability/result/index' })}
      />
      <Row
        id="privacy-centre"
        title={say('me.privacy')}
        value={say('me.privacy.value')}
        onTap={() => void Taro.navigateTo({ url: '/account/privacy/index' })}
      />
      <Row
        id="notices-page"
        title={say('notices.title')}
        onTap={() => void Taro.navigateTo({ url: '/account/notices/index' })}
      />
      <PersonalisedRow />
      <Row title={say('me.large_text')}>
        <Toggle
          id="toggle-large-text"
          label={say('me.large_text')}
          isOn={isLargeText}
          onTap={() => {
            changePreferences({ isLargeText: !isLargeText });
          }}
        />
      </Row>
    </View>
  );
}
