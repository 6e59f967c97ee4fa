import { CONTENT_KINDS, LESSON_STATES } from '@siyu/shared/contracts/content.limits';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { contentKindNames, lessonStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../api/call.ts';
import { lessonsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { SearchField } from '../list/search-field.tsx';
import { lessonColumns } from './lesson-columns.tsx';
import {
  LESSON_SEARCH_MAX,
  readLessonFilters,
  writeLessonFilters,
  type LessonFilters,
} from './lesson-filters.ts';
import { NewContent } from './new-content.tsx';
import { UploadLesson } from './upload-lesson.tsx';

export default function LessonsPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [isUploading, setUploading] = useState(false);
  const searchRef = useRef<InputRef>(null);
  const canWrite = useStaff().roles.includes('operator');
  const filters = readLessonFilters(params);
  const list = useInfiniteQuery({
    queryKey: ['lessons', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      call(
        contentRoutes.listLessonRows,
        { query: { ...filters, ...(pageParam !== '' && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  /** The filters with this one changed, or taken away. */
  const narrow = (change: LessonFilters, name: keyof LessonFilters) => {
    const { [name]: _, ...rest } = filters;
    setParams(writeLessonFilters({ ...rest, ...change }), { replace: true });
  };
  const search = useCallback(
    (words: string) =>
      setParams(
        (before) => {
          const { search: _, ...rest } = readLessonFilters(before);
          return writeLessonFilters(words === '' ? rest : { ...rest, search: words });
        },
        { replace: true },
      ),
    [setParams],
  );
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={lessonsPage.stage}
        title={lessonsPage.title}
        chips={<ListTotal total={total} unit="份" at={list.dataUpdatedAt} />}
        actions={
          <>
            <SavedViews list="lessons" />
            {canWrite && (
              <>
                <Button onClick={() => setUploading(true)}>上传课程</Button>
                <NewContent />
              </>
            )}
          </>
        }
      />
      <div className="filter-bar" role="search">
        <SearchField
          fieldRef={searchRef}
          placeholder="按标题搜索"
          maxLength={LESSON_SEARCH_MAX}
          value={filters.search ?? ''}
          onSearch={search}
        />
        <Select
          aria-label="种类"
          placeholder="种类"
          allowClear
          value={filters.kind ?? null}
          options={CONTENT_KINDS.map((value) => ({ value, label: contentKindNames[value] }))}
          onChange={(kind) => narrow(kind ? { kind } : {}, 'kind')}
        />
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={filters.state ?? null}
          options={LESSON_STATES.map((value) => ({ value, label: lessonStateNames[value] }))}
          onChange={(state) => narrow(state ? { state } : {}, 'state')}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.lessonId}
        columns={lessonColumns}
        searchRef={searchRef}
        onOpen={(row) => void navigate(`${lessonsPage.path}/${row.lessonId}`)}
        openId={null}
        empty={
          filters.kind || filters.state || filters.search
            ? '没有符合这些条件的内容，放宽一个条件试试。'
            : '还没有内容。运营上传第一份课程、写下第一篇文章后会出现在这里。'
        }
      />
      <UploadLesson
        isOpen={isUploading}
        onClose={() => setUploading(false)}
        onUploaded={(row) => void navigate(`${lessonsPage.path}/${row.lessonId}`)}
      />
    </>
  );
}
