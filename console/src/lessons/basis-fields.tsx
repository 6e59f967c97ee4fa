import type { AdviceBasis } from '@siyu/shared/contracts/content-kinds';
import { REPORT_PUBLISHER_MAX } from '@siyu/shared/contracts/content.limits';
import { Input, Radio } from 'antd';
import type { Place } from './check-draft.ts';
import { Field } from './field.tsx';
import { TextField } from './typed-fields.tsx';

interface BasisFieldsProps {
  readonly basis: AdviceBasis | null;
  readonly places: readonly Place[];
  readonly onChange: (basis: AdviceBasis) => void;
}

const EMPTY: AdviceBasis = { usesReport: false, reportPublisher: '', reportOn: null };

/** What advice rests on: whether a research report is used, and then whose and of which day (REQ-ADV-4). */
export function BasisFields({ basis, places, onChange }: BasisFieldsProps) {
  const known = basis ?? EMPTY;
  return (
    <>
      <Field label="依据：是否引用了研究报告" path="basis.usesReport" places={places}>
        {(id) => (
          <Radio.Group
            id={id}
            value={basis?.usesReport ?? null}
            options={[
              { value: true, label: '引用了' },
              { value: false, label: '没有引用' },
            ]}
            onChange={(event) => onChange({ ...known, usesReport: event.target.value === true })}
          />
        )}
      </Field>
      {basis?.usesReport === true && (
        <div className="field-row">
          <TextField
            label="报告的发布机构"
            path="basis.reportPublisher"
            places={places}
            value={basis.reportPublisher}
            max={REPORT_PUBLISHER_MAX}
            onChange={(reportPublisher) => onChange({ ...basis, reportPublisher })}
          />
          <Field label="报告的发布日期" path="basis.reportOn" places={places}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={basis.reportOn ?? ''}
                onChange={({ target: { value } }) =>
                  onChange({ ...basis, reportOn: value === '' ? null : value })
                }
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}
