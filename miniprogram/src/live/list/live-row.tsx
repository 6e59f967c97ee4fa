import { Text, View } from '@tarojs/components';
import type { LiveCard } from '@siyu/shared/contracts/live';
import { Chip } from '../../components/chip';
import { Tap } from '../../components/tap';
import { openLive } from '../../reading/open-live';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { stateInWords } from '../state-in-words';

/** A live in a list: what it is about, when, and who speaks. */
export function LiveRow({ live }: { readonly live: LiveCard }) {
  const { liveId, title, state, startsAt, hostName: name, hostRegistrationNo: registrationNo } = live;
  return (
    <Tap
      id={`live-${liveId}`}
      className="live-row"
      onTap={() => {
        openLive(liveId);
      }}
    >
      <View className="live-row__chips">
        <Chip text={stateInWords(state)} tone={state === 'ON_AIR' ? 'success' : 'ink'} />
        {live.isReserved ? <Chip text={say('live.reserved')} tone="gold" /> : null}
      </View>
      <Text className="card-title live-row__title">{title}</Text>
      <Text className="meta live-row__meta">{say('lives.when', { at: momentInWords(startsAt) })}</Text>
      <Text className="meta live-row__meta">{say('lives.host', { name, registrationNo })}</Text>
    </Tap>
  );
}
