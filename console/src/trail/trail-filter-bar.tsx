import { trailActionNames } from '@siyu/shared/messages';
import { Button, Input, Select, type InputRef } from 'antd';
import { useCallback, type RefObject } from 'react';
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
      <Input
        type="date"
        aria-label="从哪天"
        className="trail-day"
        value={view.from}
        max={view.to}
        onChange={(event) => onChange({ ...view, from: event.target.value })}
      />
      <Input
        type="date"
        aria-label="到哪天"
        className="trail-day"
        value={view.to}
        min={view.from}
        onChange={(event) => onChange({ ...view, to: event.target.value })}
      />
      {view.subject !== '' && <span className="chip">对象 {view.subject}</span>}
      {writeTrailView(view).size > 0 && (
        <Button type="text" onClick={() => onChange(wholeTrail)}>
          清除筛选
        </Button>
      )}
    </div>
  );
}
