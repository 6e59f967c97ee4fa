import type { LessonDraft } from '@siyu/shared/contracts/content';
import { QUIZ_QUESTIONS_MAX, QUIZ_QUESTIONS_MIN } from '@siyu/shared/contracts/content.limits';
import { Button, Input, Radio } from 'antd';
import { Fragment } from 'react';
import type { Place } from './check-draft.ts';
import { Field } from './field.tsx';
import { WordingMarks } from './wording-marks.tsx';
import { nextQuestionId } from './question-id.ts';

type Question = LessonDraft['quiz'][number];
const OPTIONS_MIN = 2;
const OPTIONS_MAX = 5;

interface QuizFieldsProps {
  readonly quiz: readonly Question[];
  readonly places: readonly Place[];
  readonly onChange: (quiz: Question[]) => void;
}

export function QuizFields({ quiz, places, onChange }: QuizFieldsProps) {
  const add = () =>
    onChange([
      ...quiz,
      { questionId: nextQuestionId(quiz), question: '', options: ['', ''], right: 0, explanation: '' },
    ]);
  return (
    <>
      {quiz.map((question, index) => (
        <QuestionFields
          key={question.questionId}
          question={question}
          index={index}
          places={places}
          onChange={(next) => onChange(quiz.map((each, place) => (place === index ? next : each)))}
          onRemove={
            quiz.length > QUIZ_QUESTIONS_MIN
              ? () => onChange(quiz.filter((_, place) => place !== index))
              : null
          }
        />
      ))}
      {quiz.length < QUIZ_QUESTIONS_MAX && <Button onClick={add}>加一题</Button>}
    </>
  );
}

interface QuestionFieldsProps {
  readonly question: Question;
  readonly index: number;
  readonly places: readonly Place[];
  readonly onChange: (question: Question) => void;
  readonly onRemove: (() => void) | null;
}

function QuestionFields({ question, index, places, onChange, onRemove }: QuestionFieldsProps) {
  const at = `quiz.${index}`;
  const { options, right } = question;
  const setOption = (place: number, text: string) =>
    onChange({ ...question, options: options.map((each, other) => (other === place ? text : each)) });
  const removeOption = (place: number) =>
    onChange({
      ...question,
      options: options.filter((_, other) => other !== place),
      right: right > place ? right - 1 : Math.min(right, options.length - 2),
    });
  return (
    <fieldset className="question">
      <legend>
        第 {index + 1} 题
        {onRemove && (
          <Button size="small" type="text" onClick={onRemove}>
            删去
          </Button>
        )}
      </legend>
      <Field label="题目" path={`${at}.question`} places={places}>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={question.question}
            onChange={(event) => onChange({ ...question, question: event.target.value })}
          />
        )}
      </Field>
      <div className="note">选项（圆点为正确答案）</div>
      {options.map((option, place) => (
        <Fragment key={place}>
          <div className="option">
            <Radio
              aria-label={`选项 ${place + 1} 为正确答案`}
              checked={place === right}
              onChange={() => onChange({ ...question, right: place })}
            />
            <Input
              aria-label={`选项 ${place + 1}`}
              maxLength={120}
              status={places.some(({ path }) => path === `${at}.options.${place}`) ? 'error' : ''}
              value={option}
              onChange={(event) => setOption(place, event.target.value)}
            />
            {options.length > OPTIONS_MIN && (
              <Button type="text" aria-label={`删去选项 ${place + 1}`} onClick={() => removeOption(place)}>
                删去
              </Button>
            )}
          </div>
          <WordingMarks path={`${at}.options.${place}`} />
        </Fragment>
      ))}
      {options.length < OPTIONS_MAX && (
        <Button size="small" onClick={() => onChange({ ...question, options: [...options, ''] })}>
          加一个选项
        </Button>
      )}
      <Field label="解释（答完后给客户看）" path={`${at}.explanation`} places={places}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={400}
            value={question.explanation}
            onChange={(event) => onChange({ ...question, explanation: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
