import type { LessonDraft } from '@siyu/shared/contracts/content';
import {
  QUIZ_OPTIONS_MAX,
  QUIZ_OPTIONS_MIN,
  QUIZ_QUESTIONS_MAX,
  QUIZ_QUESTIONS_MIN,
} from '@siyu/shared/contracts/content.limits';
import { Button, Input, Radio } from 'antd';
import { Fragment } from 'react';
import type { Place } from './check-draft.ts';
import { Field } from './field.tsx';
import { WordingMarks } from './wording-marks.tsx';
import { nextQuestionId } from './question-id.ts';

type Question = LessonDraft['quiz'][number];

const replaced = (texts: readonly string[], place: number, text: string): string[] =>
  texts.map((each, other) => (other === place ? text : each));
const without = (texts: readonly string[], place: number): string[] =>
  texts.filter((_, other) => other !== place);

interface QuizFieldsProps {
  readonly quiz: readonly Question[];
  readonly places: readonly Place[];
  readonly onChange: (quiz: Question[]) => void;
}

export function QuizFields({ quiz, places, onChange }: QuizFieldsProps) {
  const add = () =>
    onChange([
      ...quiz,
      {
        questionId: nextQuestionId(quiz),
        question: '',
        options: ['', ''],
        right: 0,
        explanations: ['', ''],
      },
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
  const { options, explanations, right } = question;
  const removeOption = (place: number) =>
    onChange({
      ...question,
      options: without(options, place),
      explanations: without(explanations, place),
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
      <div className="note">选项（圆点为正确答案）；客户交卷后会看到所选一项的解释和正确一项的解释</div>
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
              onChange={(event) =>
                onChange({ ...question, options: replaced(options, place, event.target.value) })
              }
            />
            {options.length > QUIZ_OPTIONS_MIN && (
              <Button type="text" aria-label={`删去选项 ${place + 1}`} onClick={() => removeOption(place)}>
                删去
              </Button>
            )}
          </div>
          <WordingMarks path={`${at}.options.${place}`} />
          <Field label={`选项 ${place + 1} 的解释`} path={`${at}.explanations.${place}`} places={places}>
            {(id) => (
              <Input.TextArea
                id={id}
                className="grows"
                rows={2}
                maxLength={400}
                placeholder={place === right ? '为什么对' : '错在哪里'}
                value={explanations[place] ?? ''}
                onChange={(event) =>
                  onChange({ ...question, explanations: replaced(explanations, place, event.target.value) })
                }
              />
            )}
          </Field>
        </Fragment>
      ))}
      {options.length < QUIZ_OPTIONS_MAX && (
        <Button
          size="small"
          onClick={() =>
            onChange({
              ...question,
              options: [...options, ''],
              explanations: [...explanations, ''],
            })
          }
        >
          加一个选项
        </Button>
      )}
    </fieldset>
  );
}
