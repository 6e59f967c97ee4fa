import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { LiveCard, LiveRoom } from '@siyu/shared/contracts/live';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { askForNotice, settingOf } from '../../notices/ask-for-notice';
import { useNoticeSettings } from '../../notices/use-notice-settings';
import { hasChannels, reserveInChannels } from '../../phone/channels-live';
import { say } from '../../words/say';

interface AheadProps {
  readonly room: LiveRoom;
  readonly onChanged: (card: LiveCard) => void;
}

/** Before the start: to reserve a place and be reminded, or to give it back. */
export function Ahead({ room, onChanged }: AheadProps) {
  const { card, channels } = room;
  const { liveId, isReserved } = card;
  const notices = useNoticeSettings();
  const [isBusy, setBusy] = useState(false);
  // A tap before it is known whether WeChat is to be asked would reserve without a reminder.
  const isAskable = channels !== null || notices.data !== null || !notices.isLoading;
  const tell = (title: string): void => void Taro.showToast({ title, icon: 'none' });

  const change = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      tell(sentenceOfError(error));
    }
    setBusy(false);
  };
  const reserve = async (): Promise<void> => {
    // WeChat asks in a tap only, so it is asked before the server.
    if (channels !== null) {
      const outcome = await reserveInChannels(channels.finderUserName);
      if (outcome === 'refused') tell(say('live.channels.refused'));
      if (outcome !== 'done') return;
    } else {
      const setting = settingOf(notices.data, 'LIVE_STARTING');
      if (setting !== null) await askForNotice(setting, liveId);
    }
    onChanged(await call(liveRoutes.reserveLive, { params: { liveId } }));
  };
  const withdraw = async (): Promise<void> => {
    onChanged(await call(liveRoutes.withdrawReservation, { params: { liveId } }));
    tell(say('live.withdrawn'));
  };

  if (channels !== null && !isReserved && !hasChannels())
    return (
      <View id="live-in-wechat" className="card">
        <Text className="sub live__first">{say('live.in_wechat')}</Text>
      </View>
    );
  return (
    <View id="live-ahead" className="card">
      {isReserved ? (
        <Button
          id="live-withdraw"
          kind="line"
          text={say('live.withdraw')}
          isDisabled={isBusy}
          onTap={() => void change(withdraw)}
        />
      ) : (
        <Button
          id="live-reserve"
          text={say(isBusy ? 'live.reserve.busy' : 'live.reserve')}
          isDisabled={isBusy || !isAskable}
          onTap={() => void change(reserve)}
        />
      )}
      <Text className="sub live__after">
        {say(channels === null ? 'live.reserve.hint' : 'live.reserve.hint.channels')}
      </Text>
    </View>
  );
}
