import { COMMENT_QUEUES, type CommentQueue } from '@siyu/shared/contracts/discussion.limits';
import { commentQueueNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { commentsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { commentColumns } from './comment-columns.tsx';
import { CommentDrawer } from './comment-drawer.tsx';
import { commentListQuery } from './comment-queries.ts';
import { readCommentView, writeCommentView, type CommentView } from './comment-view.ts';

/** What only its writer and who judges it may read yet. */
const PRIVATE: readonly CommentQueue[] = ['WAITING', 'REFUSED'];
const empty: Readonly<Record<CommentQueue, string>> = {
  WAITING: '没有等待审评的内容。',
  UNANSWERED: '没有等待回答的提问。',
  SHOWN: '课程下面还没有人写过。',
  REFUSED: '没有未通过的内容。',
};

/** What members write under lessons: what waits for a look, questions to answer, and what became of the rest. */
export default function CommentsPage() {
  const [params, setParams] = useSearchParams();
  const mayJudge = useStaff().roles.some((role) => role === 'operator' || role === 'compliance');
  const view = readCommentView(params, mayJudge ? 'WAITING' : 'UNANSWERED');
  const show = (next: CommentView) => setParams(writeCommentView(next), { replace: true });
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(commentListQuery(view.queue));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const queues = COMMENT_QUEUES.filter((queue) => mayJudge || !PRIVATE.includes(queue));
  return (
    <>
      <PageHeader crumb={commentsPage.stage} title={commentsPage.title} />
      <p className="note">
        微信的内容安全检查和措辞检查都没有疑问的，直接展示；拿不准的在这里等人看。写的人是谁，这里不显示。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          className="wide"
          value={view.queue}
          options={queues.map((value) => ({ value, label: commentQueueNames[value] }))}
          onChange={(queue) => show({ queue, open: null })}
        />
        <span className="spring" />
        <ListTotal total={list.data?.pages[0]?.total} unit="条" at={list.dataUpdatedAt} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.commentId}
        columns={commentColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.commentId })}
        openId={view.open}
        empty={empty[view.queue]}
      />
      <CommentDrawer
        comment={rows.find((row) => row.commentId === view.open) ?? null}
        mayJudge={mayJudge}
        onClose={() => show({ ...view, open: null })}
      />
    </>
  );
}
