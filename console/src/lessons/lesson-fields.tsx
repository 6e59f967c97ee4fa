import type { LessonDraft } from '@siyu/shared/contracts/content';
import { LESSON_BODY_MAX, LESSON_SUMMARY_MAX, LESSON_TITLE_MAX } from '@siyu/shared/contracts/content.limits';
import { PathChoice } from '../paths/path-choice.tsx';
import { Field } from './field.tsx';
import { QuizFields } from './quiz-fields.tsx';
import { AreaField, NumberField, TextField } from './typed-fields.tsx';
import { LabelField, WrittenFields, type FieldsProps } from './written-fields.tsx';

/** How a body is written, the same for a lesson and an article. */
export const BODY_LABEL = '正文（空行分段，“## ”开头的行是小标题）';

export function LessonFields(props: FieldsProps<LessonDraft>) {
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
      <div className="field-row">
        <Field label="加入的学习路径" path="pathCode" places={places}>
          {(id) => (
            <PathChoice
              id={id}
              pathCode={draft.pathCode}
              pathTitle={draft.pathTitle}
              onChange={(pathCode, pathTitle) => onChange({ ...draft, pathCode, pathTitle })}
            />
          )}
        </Field>
        <NumberField
          label="第几课（未编排时）"
          path="position"
          places={places}
          value={draft.position}
          max={999}
          onChange={(position) => onChange({ ...draft, position })}
        />
        <NumberField
          label="分钟数"
          path="minutes"
          places={places}
          value={draft.minutes}
          max={60}
          onChange={(minutes) => onChange({ ...draft, minutes })}
        />
      </div>
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
      <h2>小测</h2>
      <QuizFields quiz={draft.quiz} places={places} onChange={(quiz) => onChange({ ...draft, quiz })} />
    </>
  );
}
