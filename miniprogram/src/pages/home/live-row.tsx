import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import type { LiveCard, LiveCards } from '@siyu/shared/contracts/live';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';
import { Row } from '../../components/row';
import { useStore } from '../../phone/store';
import { openLive } from '../../reading/open-live';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

/** The live that is on air, or else the next one, as one quiet row. */
export function LiveRow() {
  const { phase } = useStore(session);
  const { data, reload } = useLoaded<LiveCards>(
    'home.live',
    () => call(liveRoutes.listLives, { query: { limit: 1, list: 'COMING' } }),
    phase === 'entered',
  );
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  const live = data?.lives[0];
  // Its own element: a row that comes later leaves the data of the rest as it is.
  return <View>{live === undefined ? null : <Way live={live} />}</View>;
}

function Way({ live }: { readonly live: LiveCard }) {
  const { liveId, title, state, startsAt } = live;
  return (
    <View className="card card--rows">
      <Row
        id="home-live"
        title={title}
        value={
          state === 'ON_AIR'
            ? say('home.live.on_air')
            : say('home.live.coming', { at: momentInWords(startsAt) })
        }
        onTap={() => {
          openLive(liveId);
        }}
      />
    </View>
  );
}
