import { LESSON_STATES } from '@siyu/shared/contracts/content.limits';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { lessonStateNames } from '@siyu/shared/messages';
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
import { LESSON_SEARCH_MAX, readLessonFilters, writeLessonFilters } from './lesson-filters.ts';
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
        chips={<ListTotal total={total} unit="课" at={list.dataUpdatedAt} />}
        actions={
          <>
            <SavedViews list="lessons" />
            {canWrite && (
              <Button type="primary" onClick={() => setUploading(true)}>
                上传课程
              </Button>
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
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={filters.state ?? null}
          options={LESSON_STATES.map((value) => ({ value, label: lessonStateNames[value] }))}
          onChange={(state) => {
            const { state: _, ...rest } = filters;
            setParams(writeLessonFilters({ ...rest, ...(state && { state }) }), { replace: true });
          }}
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
          filters.state || filters.search
            ? '没有符合这些条件的课程，放宽一个条件试试。'
            : '还没有课程。运营上传第一份课程文件后会出现在这里。'
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
