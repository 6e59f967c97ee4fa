import type { NoticeDetail } from '@siyu/shared/contracts/notifications';
import { messageClassNames, noticeKindNames, noticeStateNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { noticeQuery } from './notice-queries.ts';
import { reasonSentence, stateTones } from './notice-words.ts';

export function NoticeDrawer({ noticeId, onClose }: { noticeId: string | null; onClose: () => void }) {
  const found = useQuery({ ...noticeQuery(noticeId ?? ''), enabled: noticeId !== null });
  return (
    <RowDrawer
      isOpen={noticeId !== null}
      onClose={onClose}
      width={520}
      title={found.data ? noticeKindNames[found.data.kind] : '通知'}
    >
      {found.data ? (
        <Opened notice={found.data} />
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function Opened({ notice }: { notice: NoticeDetail }) {
  const { state, reason, lines, settledAt } = notice;
  return (
    <>
      <span className={`chip ${stateTones[state]}`}>{noticeStateNames[state]}</span>
      {reason !== null && <p className="say">{reasonSentence(reason)}</p>}
      {state === 'UNKNOWN' && (
        <p className="note">不会自动重发。微信的回执到达后会更新；在此之前，占用客户允许的一次。</p>
      )}
      <h2>内容</h2>
      {lines.length === 0 ? (
        <p className="note">没有写成内容。</p>
      ) : (
        lines.map((line) => <p key={line}>{line}</p>)
      )}
      <h2>这条通知</h2>
      <Facts
        facts={[
          ['客户', notice.member.displayName],
          ['类别', messageClassNames[notice.messageClass]],
          ['标题', notice.title === '' ? '—' : notice.title],
          ['模板', notice.templateId === '' ? '—' : notice.templateId],
          ['计划于', formatInstant(notice.plannedAt)],
          ['结束于', settledAt === null ? '—' : formatInstant(settledAt)],
          ['客户还允许', `${formatCount(notice.messagesLeft)} 次`],
        ]}
      />
      <p className="note">查看一条通知会留痕。</p>
    </>
  );
}
