import {
  CAMPAIGN_CHANNELS,
  CAMPAIGN_GROUPS_MAX,
  CAMPAIGN_SEGMENTS_MAX,
  isPostChannel,
} from '@siyu/shared/contracts/campaigns.limits';
import { campaignChannelNames, campaignChannelSentences } from '@siyu/shared/messages';
import { Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../lessons/field.tsx';
import { channelChanged, fieldNames } from './campaign-draft.ts';
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
  const groups = [
    ...new Map(
      [...(stored?.groups ?? []), ...(options?.groups ?? [])].map((each) => [each.groupId, each.name]),
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
  const isPost = isPostChannel(draft.channel);
  return (
    <>
      <div className="field">
        <Radio.Group
          aria-label="怎么发"
          className="campaign-choices"
          value={draft.channel}
          onChange={(event) => {
            const channel = CAMPAIGN_CHANNELS.find((each) => each === event.target.value);
            if (channel !== undefined) change(channelChanged(draft, channel));
          }}
        >
          {CAMPAIGN_CHANNELS.map((channel) => (
            <Radio key={channel} value={channel}>
              {campaignChannelNames[channel]}
              <span className="note">{campaignChannelSentences[channel]}</span>
            </Radio>
          ))}
        </Radio.Group>
      </div>
      {draft.channel === 'GROUP_POST' && (
        <Field label={`${fieldNames.groupIds}（您是群主的）`} path="groupIds" places={places}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              maxCount={CAMPAIGN_GROUPS_MAX}
              showSearch={{ optionFilterProp: 'label' }}
              loading={options === undefined}
              value={draft.groupIds}
              placeholder="选一个或几个客户群"
              options={groups}
              notFoundContent={options === undefined ? '正在找' : '没有您是群主的客户群'}
              onChange={(groupIds) => change({ groupIds })}
            />
          )}
        </Field>
      )}
      {isPost ? (
        <p className="note">
          看得到的人里只要有一位没关联账号、没做风险测评或测评过期，就只能发投资者教育内容；私募产品和投资建议都不能发。预览里写明是谁让它这样，真正发出前再核对一次。
        </p>
      ) : (
        <>
          <MembersChosen field={field} />
          {draft.segmentKeys.length > 0 && <SegmentSuggestions draft={draft} choose={choose} />}
        </>
      )}
    </>
  );
}

interface MembersChosenProps {
  readonly field: (
    path: 'segmentKeys' | 'excludedSegmentKeys',
    label: string,
    placeholder: string,
  ) => ReactNode;
}

/** Of what goes to members one by one. */
function MembersChosen({ field }: MembersChosenProps) {
  return (
    <>
      <p>只会发给发送人名下的客户，别人名下的不会收到。</p>
      {field('segmentKeys', '发给哪些客群（在其中任何一个里就算）', '名下的全部客户')}
      {field('excludedSegmentKeys', '排除的客群（在其中任何一个里就不发）', '不排除')}
      <p className="note">没有同意接收推荐、关闭了个性化服务、留作对照的客户自动不发，预览里逐位写明原因。</p>
    </>
  );
}
