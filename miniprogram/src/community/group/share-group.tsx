import { Button as NativeButton, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/button';
import { hasChatTool, sendCardToGroup } from '../../phone/chat-tool';
import { say } from '../../words/say';

interface ShareGroupProps {
  readonly title: string;
  /** What a card of this page opens. */
  readonly path: string;
}

/**
 * The way into the chat: straight, where WeChat and the firm's permission allow the chat tool; else the way every
 * card is shared. A browser shares nothing.
 */
export function ShareGroup({ title, path }: ShareGroupProps) {
  const [way, setWay] = useState<'chat-tool' | 'refused' | 'ordinary'>(() =>
    hasChatTool() ? 'chat-tool' : 'ordinary',
  );
  if (process.env.TARO_ENV !== 'weapp') return null;
  const send = async (): Promise<void> => {
    const outcome = await sendCardToGroup({ title, path });
    if (outcome === 'done') void Taro.showToast({ title: say('group.share.sent'), icon: 'none' });
    else if (outcome === 'refused') setWay('refused');
  };
  if (way === 'chat-tool')
    return (
      <View className="group__share">
        <Button
          id="share-to-group"
          kind="line"
          text={say('group.share.to_group')}
          onTap={() => void send()}
        />
      </View>
    );
  return (
    <View className="group__share">
      {way === 'refused' ? <Text className="sub group__refused">{say('group.share.ordinary')}</Text> : null}
      {/* Only WeChat's own button opens its window for sharing. */}
      <NativeButton id="share-group" className="button button--line group__native" openType="share">
        {say('group.share')}
      </NativeButton>
    </View>
  );
}
