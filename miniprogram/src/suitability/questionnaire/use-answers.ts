import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { AskedQuestionnaire } from '@siyu/shared/contracts/suitability';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { uuidV7 } from '../../phone/uuid-v7';

export interface Answers {
  readonly at: number;
  /** What is chosen of the question at hand. */
  readonly chosen: readonly string[];
  readonly isBusy: boolean;
  readonly problem: string | null;
  choose(option: string): void;
  goTo(at: number): void;
  handIn(): Promise<void>;
}

/** Answers from the first question to the last; they stay in this page, and on the phone nothing is left of them. */
export function useAnswers({ version, questions }: AskedQuestionnaire): Answers {
  // Handed in again after a lost answer it is the same assessment.
  const [assessmentId] = useState(() => uuidV7(Date.now()));
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const question = questions[at];
  const chosen = given[question?.key ?? ''] ?? [];

  const choose = (option: string): void => {
    if (question === undefined) return;
    const others = chosen.filter((each) => each !== option);
    const several = others.length < chosen.length ? others : [...chosen, option];
    setGiven({ ...given, [question.key]: question.isMultiple ? several : [option] });
  };
  const handIn = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const answers = questions.map(({ key }) => ({ question: key, options: [...(given[key] ?? [])] }));
    try {
      await call(suitabilityRoutes.handInAnswers, {
        body: { assessmentId, questionnaireVersion: version, answers },
      });
      void Taro.redirectTo({ url: '/suitability/result/index' });
    } catch (error) {
      setProblem(sentenceOfError(error));
      setBusy(false);
    }
  };
  return { at, chosen, isBusy, problem, choose, goTo: setAt, handIn };
}
