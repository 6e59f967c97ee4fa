import type { ContentDraft } from '@siyu/shared/contracts/content';
import { CONTENT_LABELS } from '@siyu/shared/contracts/content.limits';
import { GROUPS, STAGES } from '@siyu/shared/contracts/scoring.limits';
import { contentLabelNames, groupNames, stageNames } from '@siyu/shared/messages';
import { Select } from 'antd';
import { BasisFields } from './basis-fields.tsx';
import type { Place } from './check-draft.ts';
import { Field } from './field.tsx';
import { AreaField, TextField } from './typed-fields.tsx';

/** A draft of one kind, what is wrong in it, and the way to change it. */
export interface FieldsProps<Draft extends ContentDraft> {
  readonly draft: Draft;
  readonly places: readonly Place[];
  readonly onChange: (draft: Draft) => void;
}

type Labelled = Exclude<ContentDraft, { readonly kind: 'poster' }>;

/** Education for everybody, or advice for those under a contract. */
export function LabelField<Draft extends Labelled>({ draft, places, onChange }: FieldsProps<Draft>) {
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
    </>
  );
}

/** What a text of every kind needs before it may go to anybody, and for whom it is meant first. */
export function WrittenFields<Draft extends ContentDraft>({ draft, places, onChange }: FieldsProps<Draft>) {
  return (
    <>
      <AreaField
        label="风险提示"
        path="riskNote"
        places={places}
        value={draft.riskNote}
        max={300}
        rows={2}
        onChange={(riskNote) => onChange({ ...draft, riskNote })}
      />
      <TextField
        label="来源"
        path="source"
        places={places}
        value={draft.source}
        max={200}
        onChange={(source) => onChange({ ...draft, source })}
      />
      {draft.label === 'advice' && (
        <BasisFields
          basis={draft.basis ?? null}
          places={places}
          onChange={(basis) => onChange({ ...draft, basis })}
        />
      )}
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
