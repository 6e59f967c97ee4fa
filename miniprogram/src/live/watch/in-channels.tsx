import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { hasChannels, openInChannels } from '../../phone/channels-live';
import { say } from '../../words/say';

/** On air in Channels: WeChat shows it, and tells nobody who watches. */
export function InChannels({ finderUserName }: { readonly finderUserName: string }) {
  if (!hasChannels())
    return (
      <View id="live-in-wechat" className="card">
        <Text className="sub live__first">{say('live.in_wechat')}</Text>
      </View>
    );
  const open = async (): Promise<void> => {
    if ((await openInChannels(finderUserName)) === 'refused')
      void Taro.showToast({ title: say('live.channels.closed'), icon: 'none' });
  };
  return (
    <View id="live-in-channels" className="card">
      <Button id="live-open-channels" text={say('live.channels.open')} onTap={() => void open()} />
      <Text className="sub live__after">{say('live.channels.measured')}</Text>
    </View>
  );
}
