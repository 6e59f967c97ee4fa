import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import type { LiveCard, LiveRoom } from '@siyu/shared/contracts/live';
import { Chip } from '../../components/chip';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { basisInWords } from '../../reading/basis-in-words';
import { labelInWords } from '../../reading/label-in-words';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { stateInWords } from '../state-in-words';
import { Ahead } from './ahead';
import { Chat } from './chat';
import { InChannels } from './in-channels';
import { Over } from './over';
import { Player } from './player';
import { type Room, useRoom } from './use-room';
import './index.scss';

/** The room of one live: before, on air, and after. */
export default function WatchPage() {
  const liveId = useRouter().params['liveId'] ?? '';
  const room = useRoom(liveId);
  usePullDownRefresh(() => {
    void room.reload().then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Screen name="live">
      {room.data !== null ? (
        <Entered room={room} data={room.data} />
      ) : room.problem !== null ? (
        <Failure sentence={room.problem} onRetry={() => void room.reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}

function Entered({ room, data }: { readonly room: Room; readonly data: LiveRoom }) {
  const { card, now, channels, streamUrl } = data;
  const { liveId, title } = card;
  const basis = basisInWords(data);
  const isOwnOnAir = now.state === 'ON_AIR' && channels === null;
  return (
    <>
      {isOwnOnAir ? (
        <Player
          liveId={liveId}
          title={title}
          streamUrl={streamUrl}
          hear={room.hear}
          onAgain={() => void room.reload()}
        />
      ) : null}
      <Head card={card} firmName={data.firmName} />
      {now.state === 'ANNOUNCED' ? (
        <Ahead room={data} onChanged={room.takeCard} />
      ) : now.state !== 'ON_AIR' ? (
        <Over room={data} />
      ) : channels !== null ? (
        <InChannels finderUserName={channels.finderUserName} />
      ) : null}
      {isOwnOnAir ? <Chat liveId={liveId} now={now} isInView={room.isInView} hear={room.hear} /> : null}
      <View className="card">
        <Text className="card-title">{say('live.about')}</Text>
        <Text className="sub live__words">{card.summary}</Text>
        <View id="live-risk" className="live__risk">
          <Text className="live__risk-title">{say('live.risk')}</Text>
          <Text className="sub live__words">{data.riskNote}</Text>
        </View>
        {basis === null ? null : (
          <Text id="live-basis" className="meta live__fact">
            {basis}
          </Text>
        )}
      </View>
    </>
  );
}

/** What it is, when, and under whose name and number. */
function Head({ card, firmName: firm }: { readonly card: LiveCard; readonly firmName: string }) {
  const { title, label, state, startsAt, endsAt, hostName: name, hostRegistrationNo: registrationNo } = card;
  return (
    <View id="live-head" className="card">
      <View className="live__chips">
        <Chip text={stateInWords(state)} tone={state === 'ON_AIR' ? 'success' : 'ink'} />
        <Chip text={labelInWords({ label })} tone={label === 'advice' ? 'gold' : 'ink'} />
        {card.isReserved ? <Chip text={say('live.reserved')} tone="gold" /> : null}
      </View>
      <Text className="heading live__title">{title}</Text>
      <Text className="meta live__fact">
        {say('live.times', { from: momentInWords(startsAt), to: momentInWords(endsAt) })}
      </Text>
      <Text className="meta live__fact">{say('lives.host', { name, registrationNo })}</Text>
      <Text className="meta live__fact">{say('live.firm', { firm })}</Text>
    </View>
  );
}
