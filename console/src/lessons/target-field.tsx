import type { LessonRow } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { contentKindNames } from '@siyu/shared/messages';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import type { Place } from './check-draft.ts';
import { Field } from './field.tsx';
import { lessonQuery } from './lesson-queries.ts';

const FOUND_MAX = 10;
/** What a card can lead to has a page of its own. */
const KINDS_WITH_PAGE = ['lesson', 'article'] as const;

const targetsQuery = (search: string) =>
  queryOptions({
    queryKey: ['lessons', 'targets', search],
    queryFn: async ({ signal }) => {
      const query = { state: 'PUBLISHED', limit: FOUND_MAX, ...(search !== '' && { search }) } as const;
      const found = await Promise.all(
        KINDS_WITH_PAGE.map((kind) =>
          call(contentRoutes.listLessonRows, { query: { ...query, kind } }, signal),
        ),
      );
      return found.flatMap(({ rows }) => rows);
    },
    placeholderData: keepPreviousData,
  });

const nameOf = ({ kind, title }: Pick<LessonRow, 'kind' | 'title'>): string =>
  `${contentKindNames[kind]}《${title}》`;

interface TargetFieldProps {
  readonly value: string | null;
  readonly places: readonly Place[];
  readonly onChange: (targetId: string | null) => void;
}

/** The published lesson or article that a card or a poster leads to, found by its title. */
export function TargetField({ value, places, onChange }: TargetFieldProps) {
  const [search, setSearch] = useState('');
  const found = useQuery(targetsQuery(search.trim()));
  const chosen = useQuery({ ...lessonQuery(value ?? ''), enabled: value !== null });
  const rows = found.data ?? [];
  // What was chosen before need not be among what is found now.
  const known =
    chosen.data && !rows.some(({ lessonId }) => lessonId === value) ? [chosen.data.row, ...rows] : rows;
  return (
    <Field label="点开后去哪一课或哪篇文章（可以不选）" path="targetId" places={places}>
      {(id) => (
        <>
          <Select
            id={id}
            allowClear
            showSearch={{ filterOption: false, onSearch: setSearch }}
            loading={found.isPending}
            value={value}
            placeholder="输入标题查找"
            options={known.map((row) => ({ value: row.lessonId, label: nameOf(row) }))}
            notFoundContent={found.isPending ? '正在找' : '没有找到正在给客户看的课程或文章'}
            onChange={(targetId: string | undefined) => onChange(targetId ?? null)}
          />
          <FailureNotice error={found.error} />
        </>
      )}
    </Field>
  );
}

/** What a card leads to, in words; as long as it is not known, nothing. */
export function TargetName({ targetId }: { readonly targetId: string }) {
  const target = useQuery(lessonQuery(targetId));
  if (!target.data) return null;
  return <p className="preview-target">去读{nameOf(target.data.row)}</p>;
}
