import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../list/failure-notice.tsx';
import { placementLessonsQuery } from './channel-queries.ts';

interface LessonFieldProps {
  readonly value: string | null;
  readonly onChange: (lessonId: string | null) => void;
}

/** Where a new placement leads: to the first page, or to a lesson found by its title. */
export function LessonField({ value, onChange }: LessonFieldProps) {
  const [search, setSearch] = useState('');
  const found = useQuery(placementLessonsQuery(search.trim()));
  const lessons = found.data?.lessons.map(({ lessonId, title }) => ({ value: lessonId, label: title }));
  return (
    <div>
      <label htmlFor="placement-lesson">扫码后打开</label>
      <Select
        id="placement-lesson"
        className="full"
        allowClear
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={found.isPending}
        value={value}
        placeholder="首页，或选一节已发布的课"
        options={lessons ?? []}
        notFoundContent={found.isPending ? '正在找' : '没有这个标题的已发布课程'}
        onChange={(lessonId) => onChange(lessonId ?? null)}
      />
      <FailureNotice error={found.error} />
    </div>
  );
}
