import { View } from '@tarojs/components';
import type { LiveCard } from '@siyu/shared/contracts/live';
import { Row } from '../../components/row';
import { openLive } from '../../reading/open-live';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

/** The live that is on air, or else the next one, as one quiet row. */
export function LiveRow({ live }: { readonly live: LiveCard | null }) {
  // Its own element: a row that comes later leaves the data of the rest as it is.
  return <View>{live === null ? null : <Way live={live} />}</View>;
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
