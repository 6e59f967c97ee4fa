import type { DeskChat, LiveDetail } from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { CHAT_STATES, type ChatState } from '@siyu/shared/contracts/live.limits';
import { chatStateNames, commentDoubtSentences } from '@siyu/shared/messages';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { liveChatsQuery, refreshLive } from './live-queries.ts';

const tones = { WAITING: 'chip-warning', SHOWN: 'chip-success', REFUSED: 'chip-quiet' } as const;

/** What members say: what waits for a person first, while it is on air. */
export function LiveChats({ detail }: { detail: LiveDetail }) {
  const { row, figures } = detail;
  const isOnAir = row.state === 'ON_AIR';
  const [state, setState] = useState<ChatState | null>(null);
  const { roles } = useStaff();
  const mayJudge = isOnAir && roles.some((role) => role === 'compliance' || role === 'operator');
  const list = useInfiniteQuery(liveChatsQuery(row.liveId, state, isOnAir));
  const chats = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (row.platform === 'channels') return null;
  return (
    <section className="card" aria-label="发言">
      <h2>发言</h2>
      {isOnAir && figures.chatsWaiting > 0 && (
        <div className="notice notice-warning" role="status">
          有 {formatCount(figures.chatsWaiting)} 条发言等人看过才会展示。
        </div>
      )}
      <Radio.Group
        aria-label="发言的状态"
        value={state ?? 'ALL'}
        options={[
          { value: 'ALL', label: '全部' },
          ...CHAT_STATES.map((value) => ({ value, label: chatStateNames[value] })),
        ]}
        onChange={({ target }) => setState(CHAT_STATES.find((each) => each === target.value) ?? null)}
      />
      {!list.data ? (
        list.error ? (
          <FailureState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <ListSkeleton rows={3} />
        )
      ) : chats.length === 0 ? (
        <p className="note">没有这样的发言。</p>
      ) : (
        <ul className="live-chats">
          {chats.map((chat) => (
            <Said key={chat.chatId} liveId={row.liveId} chat={chat} mayJudge={mayJudge} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          再看一些
        </Button>
      )}
    </section>
  );
}

interface SaidProps {
  readonly liveId: string;
  readonly chat: DeskChat;
  readonly mayJudge: boolean;
}

function Said({ liveId, chat, mayJudge }: SaidProps) {
  const { chatId, text, maskedName, state, sentAt, doubts, refusedCode, deciderName } = chat;
  const judge = useMutation({
    mutationFn: (isShown: boolean) =>
      call(liveDeskRoutes.judgeChat, { params: { liveId, chatId }, body: { isShown } }),
    onSettled: () => refreshLive(liveId),
  });
  const notes = [
    `${maskedName} · ${formatShortInstant(sentAt)}`,
    ...doubts.map((doubt) => commentDoubtSentences[doubt]),
    ...(refusedCode === null ? [] : ['自动检查没有通过']),
    ...(deciderName === null ? [] : [`${deciderName}决定`]),
  ];
  return (
    <li>
      <div>
        <div>
          <span className={`chip ${tones[state]}`}>{chatStateNames[state]}</span> {text}
        </div>
        <div className="note">{notes.join(' · ')}</div>
        <FailureNotice error={judge.error} />
      </div>
      {mayJudge && state !== 'REFUSED' && (
        <div className="actions">
          {state === 'WAITING' && (
            <Button size="small" type="primary" loading={judge.isPending} onClick={() => judge.mutate(true)}>
              展示
            </Button>
          )}
          <Button size="small" danger loading={judge.isPending} onClick={() => judge.mutate(false)}>
            {state === 'WAITING' ? '不展示' : '撤下'}
          </Button>
        </div>
      )}
    </li>
  );
}
