import { useInfiniteQuery } from '@tanstack/react-query';
import { handoversPage } from '../app/pages.ts';
import { formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { MoreRows } from '../list/more-rows.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { BeginHandover } from './begin-handover.tsx';
import { handoverListQuery } from './handover-queries.ts';
import { handoverSaid } from './handover-words.ts';
import '../styles/handover.css';

/** Who left, to whom all that was theirs has gone, and how far that is. */
export default function HandoversPage() {
  return (
    <>
      <PageHeader crumb={handoversPage.stage} title={handoversPage.title} />
      <p className="note">
        同事离开时，由营业部负责人一次办完：账号停用，客户、客户群和渠道码转到接手的投资顾问名下。
      </p>
      <div className="handover-parts">
        <BeginHandover />
        <section className="card" aria-label="办过的交接">
          <h2>办过的交接</h2>
          <Handovers />
        </section>
      </div>
    </>
  );
}

function Handovers() {
  const list = useInfiniteQuery(handoverListQuery);
  if (!list.data)
    return list.error ? (
      <FailureState error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <ListSkeleton rows={3} />
    );
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="note">还没有办过交接。</p>;
  return (
    <>
      <ul className="stays">
        {rows.map((row) => (
          <li key={row.handoverId}>
            <span>
              <span className="strong">
                {row.leaver.name}交给{row.successor.name}
              </span>{' '}
              <span className="chip">{row.state === 'RUNNING' ? '正在转接' : '已完成'}</span>
              <br />
              <span className="note">{handoverSaid(row)}</span>
            </span>
            <span className="note">
              {formatInstant(row.begunAt)}，{row.actorName}：{row.reason}
            </span>
          </li>
        ))}
      </ul>
      <MoreRows
        shown={rows.length}
        total={list.data.pages[0]?.total ?? rows.length}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}
