import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { MISSION_LESSONS_MAX } from '@siyu/shared/contracts/incentive-rules.limits';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { useLessonTitles } from './use-lesson-titles.ts';

const FOUND_MAX = 10;

const publishedLessonsQuery = (search: string) =>
  queryOptions({
    queryKey: ['lessons', 'published', search],
    queryFn: async ({ signal }) => {
      const query = { kind: 'lesson', state: 'PUBLISHED', limit: FOUND_MAX } as const;
      const asked = { query: { ...query, ...(search !== '' && { search }) } };
      return (await call(contentRoutes.listLessonRows, asked, signal)).rows;
    },
    placeholderData: keepPreviousData,
  });

interface StepLessonsProps {
  readonly label: string;
  /** Null: any. */
  readonly contentIds: readonly string[] | null;
  readonly onChange: (contentIds: string[] | null) => void;
}

/** The lessons that alone count for a step, found by their titles; none chosen: any. */
export function StepLessons({ label, contentIds, onChange }: StepLessonsProps) {
  const [search, setSearch] = useState('');
  const found = useQuery(publishedLessonsQuery(search.trim()));
  const chosen = contentIds ?? [];
  const titles = useLessonTitles(chosen);
  const options = (found.data ?? []).map(({ lessonId, title }) => ({ value: lessonId, label: title }));
  // What was chosen before need not be among what is found now.
  const others = chosen
    .filter((lessonId) => options.every(({ value }) => value !== lessonId))
    .map((lessonId) => ({ value: lessonId, label: titles.get(lessonId) ?? '……' }));
  return (
    <>
      <Select
        aria-label={label}
        className="full"
        mode="multiple"
        maxCount={MISSION_LESSONS_MAX}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={found.isPending}
        value={[...chosen]}
        placeholder="任何一课都算；要指定的话，输入标题查找"
        options={[...others, ...options]}
        notFoundContent={found.isPending ? '正在找' : '没有这个标题的已发布课程'}
        onChange={(next) => onChange(next.length === 0 ? null : next)}
      />
      <FailureNotice error={found.error} />
    </>
  );
}
