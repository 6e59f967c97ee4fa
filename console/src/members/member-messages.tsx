import type { MemberMessagePage } from '@siyu/shared/contracts/panorama';
import { UNKEPT, withheldSentences } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArchivedMessages } from '../archive/archived-messages.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { memberMessagesQuery } from './panorama-queries.ts';

/** What was said with staff in WeCom, the latest first; what is not kept is said to be so. */
export function MemberMessages({ memberId }: { memberId: string }) {
  const list = useInfiniteQuery(memberMessagesQuery(memberId));
  if (!list.data)
    return list.error ? (
      <FailureState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <ListSkeleton rows={4} />
    );
  const [first] = list.data.pages;
  const rows = list.data.pages.flatMap((page) => page.rows);
  return (
    <>
      {first && <Keeping page={first} />}
      {first?.withheld === 'NOT_LINKED' ? (
        <p className="note">这位客户还没有关联企业微信，没有可以查看的会话。</p>
      ) : first?.withheld ? (
        <p className="note">{withheldSentences[first.withheld]}</p>
      ) : rows.length === 0 ? (
        <p className="note">还没有存档的会话。</p>
      ) : (
        <ArchivedMessages entries={rows} label="会话" customer="客户" />
      )}
      <footer className="more-rows">
        <FailureNotice error={list.isFetchNextPageError ? list.error : null} />
        {rows.length > 0 && <span className="note">已显示 {rows.length} 条</span>}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            更早的会话
          </Button>
        )}
      </footer>
    </>
  );
}

/** Whether what the present adviser says is kept, and what the customer said to it. */
function Keeping({ page: { isArchiveOn, adviser, withheld } }: { page: MemberMessagePage }) {
  if (!isArchiveOn)
    return (
      <p>
        <span className="chip chip-warning">{UNKEPT}</span> 没有接入企业微信会话存档。
      </p>
    );
  if (adviser === null) return null;
  const { name, isKept, hasAgreed } = adviser;
  if (!isKept)
    return (
      <p>
        <span className="chip chip-warning">{UNKEPT}</span> 顾问{name}没有存档席位，与这位客户的会话不留痕。
      </p>
    );
  if (hasAgreed === true) return <p className="note">与顾问{name}的会话，客户已同意存档。</p>;
  if (withheld === 'NOT_LINKED') return null;
  return (
    <p>
      <span className="chip chip-warning">{UNKEPT}</span>{' '}
      {hasAgreed === false
        ? `客户不同意存档与顾问${name}的会话。`
        : `客户还没有答复是否同意存档与顾问${name}的会话。`}
    </p>
  );
}
