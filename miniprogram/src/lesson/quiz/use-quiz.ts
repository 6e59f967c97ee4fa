import { useEffect, useState } from 'react';
import type { Lesson, QuizResult } from '@siyu/shared/contracts/content';
import { isRecord } from '../../phone/storage';
import { useStore } from '../../phone/store';
import { deedQueue, makeDeedId, queueState, submitDeed } from '../../queues/queues';
import { dropQuizDraft, findQuizDraft, keepQuizDraft } from '../../queues/quiz-drafts';
import { findQuizResult } from '../../queues/quiz-results';
import { recordableMember } from '../../session/session';

export interface Quiz {
  readonly state: 'answering' | 'submitting' | 'waiting' | 'done';
  readonly at: number;
  readonly chosen: Readonly<Record<string, number>>;
  readonly result: QuizResult | null;
  readonly problem: string | null;
  choose(questionId: string, option: number): void;
  goTo(at: number): void;
  submit(): Promise<void>;
  readonly again: () => void;
}

/** A quiz from the first question to the explanations; answers given without a network wait on the phone. */
export function useQuiz(lesson: Lesson): Quiz {
  const { learnt } = useStore(queueState);
  const [state, setState] = useState<Quiz['state']>(() =>
    isWaiting(lesson.lessonId) ? 'waiting' : 'answering',
  );
  const [begun] = useState(() => findDraft(lesson));
  const [at, setAt] = useState(begun?.at ?? 0);
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>(begun?.chosen ?? {});
  const [result, setResult] = useState<QuizResult | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  // The answer to a quiz that waited may arrive while this page is open.
  useEffect(() => {
    const memberId = recordableMember();
    if (state !== 'waiting' || memberId === null || isWaiting(lesson.lessonId)) return;
    const arrived = findQuizResult(memberId, lesson.lessonId);
    setResult(arrived);
    setState(arrived === null ? 'answering' : 'done');
  }, [learnt, state, lesson.lessonId]);

  // Written at each step, so that an app killed between two questions has lost none of them.
  const keep = (draft: { readonly at: number; readonly chosen: Readonly<Record<string, number>> }): void => {
    setAt(draft.at);
    setChosen(draft.chosen);
    const memberId = recordableMember();
    if (memberId !== null) keepQuizDraft({ memberId, lessonId: lesson.lessonId, ...draft });
  };

  const submit = async (): Promise<void> => {
    const memberId = recordableMember();
    if (memberId === null) return;
    setState('submitting');
    setProblem(null);
    const answers = lesson.quiz.flatMap(({ questionId }) => {
      const option = chosen[questionId];
      return option === undefined ? [] : [{ questionId, option }];
    });
    const { lessonId } = lesson;
    const outcome = await submitDeed({ kind: 'quiz', deedId: makeDeedId(), memberId, lessonId, answers });
    if (outcome.state !== 'refused') dropQuizDraft(memberId, lessonId);
    if (outcome.state === 'waiting') setState('waiting');
    else if (outcome.state === 'refused') {
      setProblem(outcome.sentence);
      setState('answering');
    } else {
      setResult(isRecord(outcome.answer) && 'correct' in outcome.answer ? outcome.answer : null);
      setState('done');
    }
  };

  return {
    state,
    at,
    chosen,
    result,
    problem,
    choose(questionId, option) {
      keep({ at, chosen: { ...chosen, [questionId]: option } });
    },
    goTo(next) {
      keep({ at: next, chosen });
    },
    submit,
    again() {
      setChosen({});
      setAt(0);
      setResult(null);
      setState('answering');
    },
  };
}

/** Answers begun before, unless the quiz has other questions by now. */
function findDraft(
  lesson: Lesson,
): { readonly at: number; readonly chosen: Readonly<Record<string, number>> } | null {
  const memberId = recordableMember();
  const draft = memberId === null ? null : findQuizDraft(memberId, lesson.lessonId);
  if (draft === null || lesson.quiz[draft.at] === undefined) return null;
  const fits = Object.entries(draft.chosen).every(([questionId, option]) =>
    lesson.quiz.some((each) => each.questionId === questionId && each.options[option] !== undefined),
  );
  return fits ? draft : null;
}

function isWaiting(lessonId: string): boolean {
  const memberId = recordableMember();
  return (
    memberId !== null &&
    deedQueue.waiting(memberId).some((deed) => deed.kind === 'quiz' && deed.lessonId === lessonId)
  );
}
