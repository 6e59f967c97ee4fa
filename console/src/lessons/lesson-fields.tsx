import type { LessonDraft } from '@siyu/shared/contracts/content';
import {
  CONTENT_LABELS,
  LESSON_BODY_MAX,
  LESSON_SUMMARY_MAX,
  LESSON_TITLE_MAX,
} from '@siyu/shared/contracts/content.limits';
import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import { contentLabelNames, groupNames, stageNames } from '@siyu/shared/messages';
import { Input, InputNumber, Select } from 'antd';
import type { Place } from './check-draft.ts';
import { Field } from './field.tsx';

interface LessonFieldsProps {
  readonly draft: LessonDraft;
  readonly places: readonly Place[];
  readonly onChange: (draft: LessonDraft) => void;
}

export function LessonFields({ draft, places, onChange }: LessonFieldsProps) {
  const text = (name: 'title' | 'pathTitle' | 'pathCode' | 'source', label: string, maxLength: number) => (
    <Field label={label} path={name} places={places}>
      {(id) => (
        <Input
          id={id}
          maxLength={maxLength}
          value={draft[name]}
          onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const area = (name: 'summary' | 'body' | 'riskNote', label: string, maxLength: number, rows: number) => (
    <Field label={label} path={name} places={places}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={rows}
          maxLength={maxLength}
          showCount
          value={draft[name]}
          onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const number = (name: 'position' | 'minutes', label: string, max: number) => (
    <Field label={label} path={name} places={places}>
      {(id) => (
        <InputNumber
          id={id}
          min={1}
          max={max}
          precision={0}
          value={draft[name]}
          onChange={(value) => value !== null && onChange({ ...draft, [name]: value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field label="内容类别" path="label" places={places}>
        {(id) => (
          <Select
            id={id}
            value={draft.label}
            options={CONTENT_LABELS.map((value) => ({ value, label: contentLabelNames[value] }))}
            onChange={(label) => onChange({ ...draft, label })}
          />
        )}
      </Field>
      <p className="note">
        {draft.label === 'advice'
          ? '只给有有效投顾合约的客户，由有登记编码的投资顾问署名。'
          : '给所有客户，不能推动购买，不能给出买卖意见。'}
      </p>
      {text('title', '标题', LESSON_TITLE_MAX)}
      {area('summary', '摘要', LESSON_SUMMARY_MAX, 2)}
      <div className="field-row">
        {text('pathTitle', '所属路径', 30)}
        {text('pathCode', '路径代号', 32)}
        {number('position', '第几课', 999)}
        {number('minutes', '分钟数', 60)}
      </div>
      {area('body', '正文（空行分段，“## ”开头的行是小标题）', LESSON_BODY_MAX, 14)}
      {area('riskNote', '风险提示', 300, 2)}
      {text('source', '来源', 200)}
      <div className="field-row">
        <Field label="先推给哪些阶段（不选为所有人）" path="stages" places={places}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={draft.stages}
              options={STAGES.map((value) => ({ value, label: stageNames[value] }))}
              onChange={(stages) => onChange({ ...draft, stages })}
            />
          )}
        </Field>
        <Field label="先推给哪些客群（不选为所有人）" path="groups" places={places}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              value={draft.groups}
              options={GROUPS.map((value) => ({ value, label: groupNames[value] }))}
              onChange={(groups) => onChange({ ...draft, groups })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
