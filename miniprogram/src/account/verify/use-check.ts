import Taro from '@tarojs/taro';
import type { CheckAnswer } from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { pickPictures } from '../../phone/pick-pictures';
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
  /** What a picture holds that the person picks, asked at once; a browser has no camera for codes. */
  readonly readPicture: () => Promise<void>;
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
  const readPicture = async (): Promise<void> => {
    // The reader is heavy and only a browser needs it: fetched when somebody asks, left out of the mini-program.
    if (process.env.TARO_ENV === 'h5') {
      const [picture] = await pickPictures(1);
      if (picture === undefined) return;
      setBusy(true);
      setProblem(null);
      const text = await import('./read-code').then(({ readCode }) => readCode(picture)).catch(() => null);
      setBusy(false);
      if (text === null || text.trim() === '') setProblem(say('verify.picture.failed'));
      else await ask(text.trim());
    }
  };
  return { isBusy, problem, checked, ask, scan, readPicture };
}
