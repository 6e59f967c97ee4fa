import { VIEW_NAME_MAX, VIEW_QUERY_MAX, type ViewedList } from '@siyu/shared/contracts/desk.limits';
import { deskRoutes } from '@siyu/shared/contracts/desk.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { putAnswer } from '../api/put-answer.ts';
import { FailureNotice } from './failure-notice.tsx';
import { viewOf } from './view-of.ts';

/** The views that were kept of a list, to choose from and to add to. */
export default function KeptViews({ list, onChosen }: { list: ViewedList; onChosen: () => void }) {
  const id = useId();
  const [params, setParams] = useSearchParams();
  const [name, setName] = useState('');
  const queryKey = ['views', list];
  const views = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(deskRoutes.listViews, { query: { list } }, signal),
  });
  const query = viewOf(params);
  const save = useMutation({
    mutationFn: () => call(deskRoutes.saveView, { body: { list, name: name.trim(), query } }),
    onSuccess: (data) => {
      putAnswer(queryKey, data);
      setName('');
    },
  });
  const remove = useMutation({
    mutationFn: (viewId: string) => call(deskRoutes.deleteView, { params: { viewId } }),
    onSuccess: (data) => putAnswer(queryKey, data),
    onError: () => void queryClient.invalidateQueries({ queryKey }),
  });
  const kept = views.data?.views ?? [];
  return (
    <div className="saved-views">
      <FailureNotice error={views.error ?? save.error ?? remove.error} />
      {views.isPending && <p className="note">正在读取视图。</p>}
      {views.data && kept.length === 0 && (
        <p className="note">还没有保存过视图。筛选好之后起个名字，下次一点就到。</p>
      )}
      <ul aria-label="保存的视图">
        {kept.map((view) => (
          <li key={view.viewId}>
            <Button
              type={view.query === query ? 'primary' : 'text'}
              onClick={() => {
                setParams(new URLSearchParams(view.query));
                onChosen();
              }}
            >
              {view.name}
            </Button>
            <Button
              type="text"
              danger
              aria-label={`删除视图 ${view.name}`}
              disabled={remove.isPending}
              onClick={() => remove.mutate(view.viewId)}
            >
              删除
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor={id}>把现在的筛选存为视图</label>
      <div className="actions">
        <Input
          id={id}
          maxLength={VIEW_NAME_MAX}
          placeholder="视图名称"
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim() !== '' && save.mutate()}
        />
        <Button
          type="primary"
          loading={save.isPending}
          disabled={name.trim() === '' || query.length > VIEW_QUERY_MAX}
          onClick={() => save.mutate()}
        >
          保存
        </Button>
      </div>
    </div>
  );
}
