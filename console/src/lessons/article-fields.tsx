import type { ArticleDraft } from '@siyu/shared/contracts/content-kinds';
import { LESSON_BODY_MAX, LESSON_SUMMARY_MAX, LESSON_TITLE_MAX } from '@siyu/shared/contracts/content.limits';
import { BODY_LABEL } from './lesson-fields.tsx';
import { AreaField, NumberField, TextField } from './typed-fields.tsx';
import { LabelField, WrittenFields, type FieldsProps } from './written-fields.tsx';

/** A text that is read once and belongs to no path: without a quiz. */
export function ArticleFields(props: FieldsProps<ArticleDraft>) {
  const { draft, places, onChange } = props;
  return (
    <>
      <LabelField {...props} />
      <TextField
        label="标题"
        path="title"
        places={places}
        value={draft.title}
        max={LESSON_TITLE_MAX}
        onChange={(title) => onChange({ ...draft, title })}
      />
      <AreaField
        label="摘要"
        path="summary"
        places={places}
        value={draft.summary}
        max={LESSON_SUMMARY_MAX}
        rows={2}
        onChange={(summary) => onChange({ ...draft, summary })}
      />
      <NumberField
        label="分钟数"
        path="minutes"
        places={places}
        value={draft.minutes}
        max={60}
        onChange={(minutes) => onChange({ ...draft, minutes })}
      />
      <AreaField
        label={BODY_LABEL}
        path="body"
        places={places}
        value={draft.body}
        max={LESSON_BODY_MAX}
        rows={14}
        onChange={(body) => onChange({ ...draft, body })}
      />
      <WrittenFields {...props} />
    </>
  );
}
