import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { connection } from '../phone/connection';
import { preferences } from '../phone/preferences';
import { useStore } from '../phone/store';
import { queueState } from '../queues/queues';
import { session } from '../session/session';
import { say } from '../words/say';
import { Failure, Skeleton } from './states';
import './screen.scss';
import { start } from '../session/sign-in';

interface ScreenProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** A page: size of text, what is known of the network, and nothing of the member before they have entered. */
export function Screen({ name, children }: ScreenProps) {
  const { phase, sentence } = useStore(session);
  const { path, params } = useRouter();
  const mustLeave = phase === 'choosing' || phase === 'consenting' || phase === 'no-wechat';

  useEffect(() => {
    if (!mustLeave) return;
    const query = Object.entries(params).map(([key, value]) => `${key}=${value ?? ''}`);
    const next = encodeURIComponent(`${path.split('?')[0] ?? ''}?${query.join('&')}`);
    void Taro.reLaunch({ url: `/pages/welcome/index?next=${next}` });
  }, [mustLeave]);

  return (
    <Paper name={name}>
      <NetworkBanner />
      {phase === 'failed' ? (
        <Failure sentence={sentence ?? say('problem.signed_out')} onRetry={() => void start()} />
      ) : phase === 'entered' ? (
        children
      ) : (
        <Skeleton />
      )}
    </Paper>
  );
}

/** The ground every page stands on; the welcome page uses it alone. */
export function Paper({ name, children }: ScreenProps) {
  const { isLargeText } = useStore(preferences);
  return (
    <View id={`screen-${name}`} className={`screen screen--${name} ${isLargeText ? 'screen--large' : ''}`}>
      {children}
    </View>
  );
}

/** Says plainly that there is no network, and what waits on the phone. */
function NetworkBanner() {
  const { isOnline } = useStore(connection);
  const { waiting } = useStore(queueState);
  if (isOnline && waiting === 0) return null;
  const sentence =
    waiting === 0
      ? say('offline.banner')
      : say(isOnline ? 'offline.waiting' : 'offline.both', { count: waiting });
  return (
    <View id="network-banner" className="network-banner">
      <Text>{sentence}</Text>
    </View>
  );
}
