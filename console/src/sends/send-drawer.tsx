import type { PlatformSendRow } from '@siyu/shared/contracts/platform-sends';
import { sendChannelNames, settledByNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { ResolveSend } from './resolve-send.tsx';
import { sendQuery } from './send-queries.ts';
import { SendStateChip } from './send-state-chip.tsx';
import { sendCodeSentence } from './send-words.ts';

export function SendDrawer({ sendId, onClose }: { sendId: string | null; onClose: () => void }) {
  const found = useQuery({ ...sendQuery(sendId ?? ''), enabled: sendId !== null });
  return (
    <RowDrawer isOpen={sendId !== null} onClose={onClose} width={560} title="平台发送">
      {found.data ? (
        <>
          <FailureNotice error={found.error} />
          <Opened send={found.data} />
        </>
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function Opened({ send }: { send: PlatformSendRow }) {
  const mayResolve = useStaff().roles.includes('systemAdmin') && send.state === 'UNKNOWN';
  return (
    <>
      <SendStateChip state={send.state} />
      {send.errorCode !== null && (
        <p className="say" role="status">
          {sendCodeSentence(send.errorCode)}
        </p>
      )}
      {mayResolve && <ResolveSend send={send} />}
      <h2>这条消息</h2>
      <Facts
        facts={[
          ['种类', sendChannelNames[send.channel]],
          ['业务编号', send.businessKey],
          ['计划时间', formatInstant(send.plannedAt)],
          ['下次尝试', moment(send.nextAt)],
          ['尝试次数', `${formatCount(send.attempts)} 次`],
          ['发送时间', moment(send.sendingAt)],
        ]}
      />
      <h2>结果</h2>
      <Facts
        facts={[
          ['有结果的时间', moment(send.settledAt)],
          ['由何得知', send.settledBy === null ? '—' : settledByNames[send.settledBy]],
          ['平台消息编号', send.platformId ?? '—'],
          ['错误码', send.errorCode ?? '—'],
          ['平台请求编号', send.rid ?? '—'],
          ...(send.settledBy === 'PERSON'
            ? ([
                ['核定人', send.resolverName ?? '—'],
                ['怎么核对的', send.reason ?? '—'],
              ] as const)
            : []),
        ]}
      />
      <p className="note">收件人和内容加密保存，有了结果就删除，这里不显示。</p>
    </>
  );
}

const moment = (at: string | null): string => (at === null ? '—' : formatInstant(at));
