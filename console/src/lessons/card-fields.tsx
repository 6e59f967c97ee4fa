import type { CardDraft } from '@siyu/shared/contracts/content-kinds';
import { CARD_TEXT_MAX, CARD_TITLE_MAX } from '@siyu/shared/contracts/content.limits';
import { TargetField } from './target-field.tsx';
import { AreaField, TextField } from './typed-fields.tsx';
import { LabelField, WrittenFields, type FieldsProps } from './written-fields.tsx';

/** A few sentences that are read whole where they stand. */
export function CardFields(props: FieldsProps<CardDraft>) {
  const { draft, places, onChange } = props;
  return (
    <>
      <LabelField {...props} />
      <TextField
        label="标题"
        path="title"
        places={places}
        value={draft.title}
        max={CARD_TITLE_MAX}
        onChange={(title) => onChange({ ...draft, title })}
      />
      <AreaField
        label="卡片上的话"
        path="summary"
        places={places}
        value={draft.summary}
        max={CARD_TEXT_MAX}
        rows={3}
        onChange={(summary) => onChange({ ...draft, summary })}
      />
      <TargetField
        value={draft.targetId}
        places={places}
        onChange={(targetId) => onChange({ ...draft, targetId })}
      />
      <WrittenFields {...props} />
    </>
  );
}
