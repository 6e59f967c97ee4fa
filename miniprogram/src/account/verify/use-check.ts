import Taro from '@tarojs/taro';
import type { CheckAnswer } from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { say } from '../../words/say';

/** What was asked, and what came of it. */
export interface Checked {
  readonly text: string;
  readonly answer: CheckAnswer;
}

export interface Check {
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly checked: Checked | null;
  readonly ask: (text: string) => Promise<void>;
  /** What the camera read, asked at once; a code of this app gives its page. */
  readonly scan: () => Promise<void>;
}

/** Asks whether something is of the firm; the last answer goes when another question is asked. */
export function useCheck(): Check {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);

  const ask = async (text: string): Promise<void> => {
    setBusy(true);
    setProblem(null);
    setChecked(null);
    try {
      setChecked({ text, answer: await call(verificationRoutes.check, { body: { text } }) });
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };
  const scan = async (): Promise<void> => {
    const read = await Taro.scanCode({}).catch(() => null);
    // Whoever closes the camera has asked nothing.
    if (read === null) return;
    // Only a code of this app has a page, whatever the types say.
    const { path, result }: { path?: string; result: string } = read;
    const text = (path === undefined || path === '' ? result : path).trim();
    if (text === '') setProblem(say('verify.scan.failed'));
    else await ask(text);
  };
  return { isBusy, problem, checked, ask, scan };
}
