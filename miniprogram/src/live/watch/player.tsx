import { Text, Video, View } from '@tarojs/components';
import { useState } from 'react';
import type { LiveNow } from '@siyu/shared/contracts/live';
import { LIVE_BEAT_MS } from '@siyu/shared/contracts/live.limits';
import { Button } from '../../components/button';
import { say } from '../../words/say';
import { useWatching } from './use-watching';

interface PlayerProps {
  readonly liveId: string;
  readonly title: string;
  readonly streamUrl: string | null;
  readonly hear: (now: LiveNow) => void;
  /** Has the room, and with it the address of the stream, come anew. */
  readonly onAgain: () => void;
}

/** Our own player. Nothing plays before the member presses, and only what plays is counted. */
export function Player({ liveId, title, streamUrl, hear, onAgain }: PlayerProps) {
  const { minutes, moved, stopped } = useWatching(liveId, hear);
  const [attempt, setAttempt] = useState(0);
  const [isBroken, setBroken] = useState(false);
  return (
    <View id="live-player" className="card live-player">
      {streamUrl === null ? (
        <Text className="sub live-player__words">{say('live.no_stream')}</Text>
      ) : (
        <Video
          key={attempt}
          id="live-video"
          className="live-player__video"
          src={streamUrl}
          title={title}
          showProgress={false}
          enableProgressGesture={false}
          objectFit="contain"
          // A stream has no end; the short sample of the demo system begins again.
          loop
          onTimeUpdate={({ detail }) => {
            moved(detail.currentTime);
          }}
          onPause={stopped}
          onEnded={stopped}
          onError={() => {
            stopped();
            setBroken(true);
          }}
        />
      )}
      {isBroken ? (
        <View className="live-player__words">
          <Text className="sub">{say('live.broken')}</Text>
          <Button
            id="live-again"
            kind="line"
            text={say('live.again')}
            onTap={() => {
              setBroken(false);
              setAttempt((before) => before + 1);
              onAgain();
            }}
          />
        </View>
      ) : null}
      <Text id="live-measured" className="meta live-player__note">
        {minutes === null || minutes === 0
          ? say('live.measured', { seconds: Math.round(LIVE_BEAT_MS / 1000) })
          : say('live.watched', { minutes })}
      </Text>
    </View>
  );
}
