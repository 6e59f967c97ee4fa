import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import { stageNames } from '@siyu/shared/messages';
import { Button, Select, type InputRef } from 'antd';
import type { ReactNode, Ref } from 'react';
import { segmentChoices } from '../segments/segment-name.ts';
import { SearchField } from '../list/search-field.tsx';
import { hasFilter, SEARCH_MAX, SORTS, type MemberFilters, type MemberSort } from './member-filters.ts';

const sortNames = {
  lastActive: '最近活动在前',
  score: '综合分高在前',
  registered: '最近注册在前',
} as const satisfies Record<MemberSort, string>;

interface MemberFilterBarProps {
  readonly filters: MemberFilters;
  readonly searchRef: Ref<InputRef>;
  readonly onChange: (filters: MemberFilters) => void;
  readonly onSearch: (search: string) => void;
  readonly extra: ReactNode;
}

export function MemberFilterBar({ filters, searchRef, onChange, onSearch, extra }: MemberFilterBarProps) {
  const { stage, segment, ...rest } = filters;
  return (
    <div className="filter-bar" role="search">
      <SearchField
        fieldRef={searchRef}
        placeholder="按姓名搜索"
        maxLength={SEARCH_MAX}
        value={filters.search ?? ''}
        onSearch={onSearch}
      />
      <Select
        aria-label="同行阶段"
        placeholder="同行阶段"
        allowClear
        value={stage ?? null}
        options={STAGES.map((value) => ({ value, label: stageNames[value] }))}
        onChange={(value) =>
          onChange({ ...rest, ...(segment && { segment }), ...(value && { stage: value }) })
        }
      />
      <Select
        aria-label="客群"
        placeholder="客群"
        allowClear
        className="wide"
        value={segment ?? null}
        options={segmentChoices}
        onChange={(value) => onChange({ ...rest, ...(stage && { stage }), ...(value && { segment: value }) })}
      />
      <Select
        aria-label="排序"
        className="wide"
        value={filters.sort}
        options={SORTS.map((value) => ({ value, label: sortNames[value] }))}
        onChange={(sort) => onChange({ ...filters, sort })}
      />
      {hasFilter(filters) && (
        <Button type="text" onClick={() => onChange({ sort: filters.sort })}>
          清除筛选
        </Button>
      )}
      <span className="spring" />
      {extra}
    </div>
  );
}
