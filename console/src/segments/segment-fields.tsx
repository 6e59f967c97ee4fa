import {
  HOLDOUT_PERCENT_MAX,
  SEGMENT_NAME_MAX,
  SEGMENT_PURPOSE_MAX,
} from '@siyu/shared/contracts/segment-definitions.limits';
import { Input, Select } from 'antd';
import type { SegmentDraft } from './use-segment-draft.ts';

const PERCENTS = [0, 5, 10, 20, 30, 50].filter((percent) => percent <= HOLDOUT_PERCENT_MAX);

interface SegmentFieldsProps {
  readonly draft: SegmentDraft;
  readonly change: (next: Partial<SegmentDraft>) => void;
}

/** What a segment is called, what it is for, and how many of its members are held back. */
export function SegmentFields({ draft, change }: SegmentFieldsProps) {
  const { name, purpose, holdoutPercent } = draft;
  const percents = PERCENTS.includes(holdoutPercent) ? PERCENTS : [...PERCENTS, holdoutPercent];
  return (
    <div className="own-form">
      <div>
        <label htmlFor="segment-name">名称</label>
        <Input
          id="segment-name"
          maxLength={SEGMENT_NAME_MAX}
          placeholder="例如：学完三课还没做测评的客户"
          value={name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor="segment-purpose">用来做什么</label>
        <Input.TextArea
          id="segment-purpose"
          rows={2}
          maxLength={SEGMENT_PURPOSE_MAX}
          value={purpose}
          onChange={(event) => change({ purpose: event.target.value })}
        />
      </div>
      <div>
        <label htmlFor="segment-holdout">对照组</label>
        <Select<number>
          id="segment-holdout"
          className="full"
          value={holdoutPercent}
          options={percents.map((value) => ({
            value,
            label: value === 0 ? '不留出' : `留出 ${value}%，不对他们做任何动作`,
          }))}
          onChange={(value) => change({ holdoutPercent: value })}
        />
        <p className="note">按客户固定抽取，改了规则再回来的客户还在原来的一边，可以用来比较效果。</p>
      </div>
    </div>
  );
}
