import { Text, View } from '@tarojs/components';
import type { LiveChat, LiveNow } from '@siyu/shared/contracts/live';
import { CHAT_TEXT_MAX } from '@siyu/shared/contracts/live.limits';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { TextField } from '../../components/field';
import { useWriting } from '../../queues/use-writing';
import { say } from '../../words/say';
import { useChat } from './use-chat';

interface ChatProps {
  readonly liveId: string;
  readonly now: LiveNow;
  readonly isInView: boolean;
  readonly hear: (now: LiveNow) => void;
}

/** What is said in the live, the last first, and a line to say something oneself. */
export function Chat({ liveId, now, isInView, hear }: ChatProps) {
  const { chats, isAway, add } = useChat(liveId, isInView, hear);
  return (
    <>
      <View className="section">
        <Text className="section__title">{say('live.chat')}</Text>
      </View>
      {now.isMuted ? (
        <View id="live-muted" className="card">
          <Text className="sub live__first">
            {now.notice === null
              ? say('live.chat.muted')
              : say('live.chat.muted.why', { reason: now.notice })}
          </Text>
        </View>
      ) : (
        <Say liveId={liveId} onSaid={add} />
      )}
      {isAway ? (
        <Text id="live-chat-away" className="sub">
          {say('live.chat.away')}
        </Text>
      ) : null}
      {chats === null ? null : chats.length === 0 ? (
        <Text className="meta live-chat__none">{say('live.chat.empty')}</Text>
      ) : (
        <View id="live-chats" className="card card--rows">
          {chats.map((chat) => (
            <Line key={chat.chatId} chat={chat} />
          ))}
        </View>
      )}
    </>
  );
}

/** Kept on the phone from its first letter until the server has it. */
function Say({ liveId, onSaid }: { readonly liveId: string; readonly onSaid: (chat: LiveChat) => void }) {
  const { text, isBusy, problem, write, send } = useWriting({
    placeId: liveId,
    async hand(chatId, words) {
      onSaid(await call(liveRoutes.sendChat, { params: { liveId }, body: { chatId, text: words } }));
    },
    keptSentence: (reason) => say('live.chat.kept', { reason }),
  });
  return (
    <View id="live-say" className="card">
      <TextField
        id="live-say-text"
        label={say('live.chat.note')}
        hint={say('live.chat.hint', { max: CHAT_TEXT_MAX })}
        value={text}
        maxLength={CHAT_TEXT_MAX}
        isDisabled={isBusy}
        onChange={write}
      />
      {problem === null ? null : (
        <Text id="live-say-problem" className="live-chat__problem">
          {problem}
        </Text>
      )}
      <Button
        id="live-say-send"
        kind="line"
        text={say(isBusy ? 'live.chat.sending' : 'live.chat.send')}
        isDisabled={isBusy || text.trim() === ''}
        onTap={() => void send()}
      />
    </View>
  );
}

function Line({ chat }: { readonly chat: LiveChat }) {
  const { text, maskedName, isMine, state } = chat;
  return (
    <View className="live-chat__line">
      <Text className="meta">
        {isMine ? say('live.chat.mine') : maskedName}
        {state === 'SHOWN' ? '' : ` · ${say(`live.chat.state.${state}`)}`}
      </Text>
      <Text className="live-chat__words">{text}</Text>
    </View>
  );
}
