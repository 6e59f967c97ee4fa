import type { LivePlan } from '@siyu/shared/contracts/live-desk';
import { CONTENT_LABELS } from '@siyu/shared/contracts/content.limits';
import {
  LIVE_PLATFORMS,
  LIVE_RISK_NOTE_MAX,
  LIVE_SCRIPT_MAX,
  LIVE_SUMMARY_MAX,
  LIVE_TITLE_MAX,
} from '@siyu/shared/contracts/live.limits';
import { contentLabelNames, livePlatformNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { BasisFields } from '../lessons/basis-fields.tsx';
import type { Place } from '../lessons/check-draft.ts';
import { Field } from '../lessons/field.tsx';
import { DayField } from '../list/day-field.tsx';
import { useSettled } from '../rules/use-settled.ts';
import { liveHostsQuery, quizLessonsQuery } from './live-queries.ts';
import { instantOf, localOf } from '../format/shanghai-time.ts';

interface PlanFieldsProps {
  readonly plan: LivePlan;
  readonly places: readonly Place[];
  readonly onChange: (plan: LivePlan) => void;
}

/** Everything that is reviewed of a live. */
export function PlanFields({ plan, places, onChange }: PlanFieldsProps) {
  const hosts = useQuery(liveHostsQuery);
  const moment = (name: 'startsAt' | 'endsAt', label: string) => (
    <Field label={label} path={name} places={places}>
      {(id) => (
        <DayField
          id={id}
          hasTime
          value={localOf(plan[name])}
          onChange={(value) => onChange({ ...plan, [name]: instantOf(value) })}
        />
      )}
    </Field>
  );
  const area = (name: 'summary' | 'script' | 'riskNote', label: string, maxLength: number, rows: number) => (
    <Field label={label} path={name} places={places}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={rows}
          maxLength={maxLength}
          showCount
          value={plan[name]}
          onChange={(event) => onChange({ ...plan, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field label="标题" path="title" places={places}>
        {(id) => (
          <Input
            id={id}
            maxLength={LIVE_TITLE_MAX}
            value={plan.title}
            onChange={(event) => onChange({ ...plan, title: event.target.value })}
          />
        )}
      </Field>
      <div className="field-row">
        {moment('startsAt', '开始时间（北京时间）')}
        {moment('endsAt', '结束时间（北京时间）')}
      </div>
      <div className="field-row">
        <Field label="主讲人（登记有效的投资顾问）" path="hostId" places={places}>
          {(id) => (
            <Select
              id={id}
              value={plan.hostId === '' ? null : plan.hostId}
              placeholder="选择主讲人"
              options={(hosts.data?.hosts ?? []).map(({ staffId, name, registrationNo }) => ({
                value: staffId,
                label: `${name} ${registrationNo}`,
              }))}
              onChange={(hostId) => onChange({ ...plan, hostId })}
            />
          )}
        </Field>
        <Field label="内容类别" path="label" places={places}>
          {(id) => (
            <Select
              id={id}
              value={plan.label}
              options={CONTENT_LABELS.map((value) => ({ value, label: contentLabelNames[value] }))}
              onChange={(label) => onChange({ ...plan, label })}
            />
          )}
        </Field>
      </div>
      <Field label="播放方式" path="platform" places={places}>
        {(id) => (
          <Select
            id={id}
            value={plan.platform}
            options={LIVE_PLATFORMS.map((value) => ({ value, label: livePlatformNames[value] }))}
            onChange={(platform) =>
              onChange({
                ...plan,
                platform,
                channels: platform === 'channels' ? { finderUserName: '', noticeId: '' } : null,
              })
            }
          />
        )}
      </Field>
      {plan.channels !== null && (
        <ChannelsFields
          channels={plan.channels}
          places={places}
          onChange={(channels) => onChange({ ...plan, channels })}
        />
      )}
      {area('summary', '简介（预告里给客户看）', LIVE_SUMMARY_MAX, 3)}
      {area('script', '讲稿（复核的就是这份，只给同事看）', LIVE_SCRIPT_MAX, 14)}
      {area('riskNote', '风险提示', LIVE_RISK_NOTE_MAX, 2)}
      {plan.label === 'advice' && (
        <BasisFields
          basis={plan.basis ?? null}
          places={places}
          onChange={(basis) => onChange({ ...plan, basis })}
        />
      )}
      <QuizField plan={plan} places={places} onChange={onChange} />
    </>
  );
}

interface ChannelsFieldsProps {
  readonly channels: NonNullable<LivePlan['channels']>;
  readonly places: readonly Place[];
  readonly onChange: (channels: NonNullable<LivePlan['channels']>) => void;
}

function ChannelsFields({ channels, places, onChange }: ChannelsFieldsProps) {
  const line = (name: 'finderUserName' | 'noticeId', label: string, maxLength: number) => (
    <Field label={label} path={`channels.${name}`} places={places}>
      {(id) => (
        <Input
          id={id}
          maxLength={maxLength}
          value={channels[name]}
          onChange={(event) => onChange({ ...channels, [name]: event.target.value.trim() })}
        />
      )}
    </Field>
  );
  return (
    <>
      <p className="note">先在视频号助手里建好直播预告，再把两个编号填在这里。</p>
      <div className="field-row">
        {line('finderUserName', '视频号编号', 32)}
        {line('noticeId', '预告编号', 64)}
      </div>
    </>
  );
}

/** A published lesson whose quiz follows. */
function QuizField({ plan, places, onChange }: PlanFieldsProps) {
  const [search, setSearch] = useState('');
  const found = useQuery(quizLessonsQuery(useSettled(search.trim(), 300)));
  return (
    <Field label="播后小测（选一节已发布的课）" path="quizLessonId" places={places}>
      {(id) => (
        <Select
          id={id}
          allowClear
          placeholder="没有小测"
          showSearch={{ filterOption: false, onSearch: setSearch }}
          value={plan.quizLessonId}
          options={(found.data?.rows ?? []).map(({ lessonId, title }) => ({ value: lessonId, label: title }))}
          onChange={(quizLessonId: string | undefined) =>
            onChange({ ...plan, quizLessonId: quizLessonId ?? null })
          }
        />
      )}
    </Field>
  );
}
