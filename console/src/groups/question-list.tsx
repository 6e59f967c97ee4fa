import { GROUP_QUESTION_STATES } from '@siyu/shared/contracts/communities.limits';
import { groupQuestionStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { ListTotal } from '../list/list-total.tsx';
import { RowList } from '../list/row-list.tsx';
import { groupQuestionsQuery } from './group-queries.ts';
import type { GroupView, QuestionListView } from './group-view.ts';
import { questionColumns } from './question-columns.tsx';
import { QuestionDrawer } from './question-drawer.tsx';

interface QuestionListProps {
  readonly view: QuestionListView;
  readonly show: (next: GroupView) => void;
}

/** Questions of the caller's groups, who has waited longest first; one that is decided leaves the open ones. */
export function QuestionList({ view, show }: QuestionListProps) {
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(groupQuestionsQuery(view));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = list.data?.pages[0];
  return (
    <>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          className="wide"
          value={view.state}
          options={GROUP_QUESTION_STATES.map((value) => ({ value, label: groupQuestionStateNames[value] }))}
          onChange={(state) => show({ ...view, state, open: null })}
        />
        {view.group !== null && (
          <Button type="text" onClick={() => show({ ...view, group: null, open: null })}>
            看所有群的提问
          </Button>
        )}
        <span className="spring" />
        <ListTotal total={first?.total} unit="个提问" at={list.dataUpdatedAt} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.questionId}
        columns={questionColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.questionId })}
        openId={view.open}
        empty={view.state === 'OPEN' ? '没有等待回答的提问。' : '没有处于这个状态的提问。'}
      />
      <QuestionDrawer
        question={rows.find((row) => row.questionId === view.open) ?? null}
        mayAnswer={first?.mayAnswer ?? false}
        onClose={() => show({ ...view, open: null })}
      />
    </>
  );
}
