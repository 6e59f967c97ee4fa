import { CAMPAIGN_SEGMENTS_MAX } from '@siyu/shared/contracts/campaigns.limits';
import { Select } from 'antd';
import { Field } from '../lessons/field.tsx';
import { SegmentSuggestions } from './segment-suggestions.tsx';
import type { StepProps } from './step-props.ts';

/** Who gets it: segments within the book of the sender, and whom to leave out. */
export function AudienceStep({ draft, stored, options, places, choose, change }: StepProps) {
  // A segment that is retired meanwhile is offered no more, and still has its name.
  const segments = [
    ...new Map(
      [...(stored?.segments ?? []), ...(options?.segments ?? [])].map(({ key, name }) => [key, name]),
    ),
  ].map(([value, label]) => ({ value, label }));
  const field = (path: 'segmentKeys' | 'excludedSegmentKeys', label: string, placeholder: string) => (
    <Field label={label} path={path} places={places}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          maxCount={CAMPAIGN_SEGMENTS_MAX}
          showSearch={{ optionFilterProp: 'label' }}
          loading={options === undefined}
          value={draft[path]}
          placeholder={placeholder}
          options={segments}
          notFoundContent={options === undefined ? '正在找' : '没有这个名称的客群'}
          onChange={(keys) => change({ [path]: keys })}
        />
      )}
    </Field>
  );
  return (
    <>
      <p>只会发给发送人名下的客户，别人名下的不会收到。</p>
      {field('segmentKeys', '发给哪些客群（在其中任何一个里就算）', '名下的全部客户')}
      {field('excludedSegmentKeys', '排除的客群（在其中任何一个里就不发）', '不排除')}
      <p className="note">没有同意接收推荐、关闭了个性化服务、留作对照的客户自动不发，预览里逐位写明原因。</p>
      {draft.segmentKeys.length > 0 && <SegmentSuggestions draft={draft} choose={choose} />}
    </>
  );
}
