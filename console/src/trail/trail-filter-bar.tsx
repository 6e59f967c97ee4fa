import { trailActionNames } from '@siyu/shared/messages';
import { Button, Select, type InputRef } from 'antd';
import { useCallback, type RefObject } from 'react';
import { DayField } from '../list/day-field.tsx';
import { SearchField } from '../list/search-field.tsx';
import { wholeTrail, writeTrailView, type TrailView } from './trail-view.ts';

interface TrailFilterBarProps {
  readonly view: TrailView;
  readonly searchRef: RefObject<InputRef>;
  readonly onChange: (view: TrailView) => void;
}

export function TrailFilterBar({ view, searchRef, onChange }: TrailFilterBarProps) {
  const search = useCallback((actor: string) => onChange({ ...view, actor }), [onChange, view]);
  return (
    <div className="filter-bar">
      <SearchField
        fieldRef={searchRef}
        placeholder="按姓名或登录名找人"
        maxLength={64}
        value={view.actor}
        onSearch={search}
      />
      <Select
        aria-label="做了什么"
        placeholder="做了什么"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="wide"
        value={view.action === '' ? null : view.action}
        options={Object.entries(trailActionNames).map(([value, label]) => ({ value, label }))}
        onChange={(action) => onChange({ ...view, action: action ?? '' })}
      />
      <DayField
        label="从哪天"
        className="trail-day"
        value={view.from}
        max={view.to}
        onChange={(from) => onChange({ ...view, from })}
      />
      <DayField
        label="到哪天"
        className="trail-day"
        value={view.to}
        min={view.from}
        onChange={(to) => onChange({ ...view, to })}
      />
      {view.subject !== '' && (
        <span className="chip">对象 {trailActionNames[view.subject] ?? view.subject}</span>
      )}
      {writeTrailView(view).size > 0 && (
        <Button type="text" onClick={() => onChange(wholeTrail)}>
          清除筛选
        </Button>
      )}
    </div>
  );
}
