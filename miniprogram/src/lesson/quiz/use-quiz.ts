import { useEffect, useState } from 'react';
import type { Lesson, QuizResult } from '@siyu/shared/contracts/content';
import { isRecord } from '../../phone/storage';
import { useStore } from '../../phone/store';
import { deedQueue, makeDeedId, queueState, submitDeed } from '../../queues/queues';
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
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>({});
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
      setChosen({ ...chosen, [questionId]: option });
    },
    goTo: setAt,
    submit,
    again() {
      setChosen({});
      setAt(0);
      setResult(null);
      setState('answering');
    },
  };
}

function isWaiting(lessonId: string): boolean {
  const memberId = recordableMember();
  return (
    memberId !== null &&
    deedQueue.waiting(memberId).some((deed) => deed.kind === 'quiz' && deed.lessonId === lessonId)
  );
}
