import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { Button } from '../../components/button';
import { Paper } from '../../components/screen';
import { Tap } from '../../components/tap';
import { Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { session } from '../../session/session';
import { start } from '../../session/sign-in';
import { say } from '../../words/say';
import { AccountChoice } from './account-choice';
import { ConsentChoice } from './consent-choice';
import './index.scss';

const TABS = ['/pages/home/index', '/pages/school/index', '/pages/me/index'];

/** Everything before the app is open: who is this, and what may be recorded. */
export default function WelcomePage() {
  const { phase, runtime, sentence } = useStore(session);
  const { params } = useRouter();

  useEffect(() => {
    if (phase !== 'entered') return;
    const next = decodeURIComponent(params['next'] ?? '');
    const isPage = /^\/(lesson|account|community|pages\/(home|school|me))\//.test(next);
    const url = isPage ? next : '/pages/home/index';
    const tab = TABS.find((each) => url.startsWith(each));
    if (tab === undefined) void Taro.reLaunch({ url });
    else void Taro.switchTab({ url: tab });
  }, [phase]);

  return (
    <Paper name="welcome">
      <View className="welcome__brand">
        <View className="welcome__seal">
          <Text>{say('app.name')}</Text>
        </View>
        <Text className="welcome__firm">
          {runtime === null ? '' : say('welcome.provided', { firm: runtime.firmName })}
        </Text>
      </View>
      {phase === 'choosing' && typeof runtime?.sandboxPhoneUrl === 'string' ? (
        <AccountChoice phoneUrl={runtime.sandboxPhoneUrl} />
      ) : phase === 'consenting' ? (
        <ConsentChoice />
      ) : phase === 'no-wechat' ? (
        <View className="card">
          <Text className="card-title">{say('welcome.need_wechat')}</Text>
          <Text className="sub">{say('welcome.need_wechat.hint')}</Text>
        </View>
      ) : phase === 'failed' ? (
        <View className="card">
          <Text className="welcome__sentence">{sentence ?? say('problem.signed_out')}</Text>
          <Button id="sign-in" text={say('welcome.sign_in')} onTap={() => void start()} />
        </View>
      ) : (
        <Skeleton cards={2} />
      )}
      <Tap
        id="welcome-verify"
        className="link welcome__verify"
        onTap={() => void Taro.navigateTo({ url: '/account/verify/index' })}
      >
        <Text>{say('verify.row')}</Text>
      </Tap>
    </Paper>
  );
}
