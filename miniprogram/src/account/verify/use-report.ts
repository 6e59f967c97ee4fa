import { CHECK_TEXT_MAX } from '@siyu/shared/contracts/verification.limits';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { useRef, useState } from 'react';
import { ApiError, sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { uuidV7 } from '../../phone/uuid-v7';
import { useSendPictures } from '../pictures/use-send-pictures';

export interface ReportSending {
  readonly state: 'writing' | 'sending' | 'done';
  readonly problem: string | null;
  readonly send: (text: string, pictures: readonly string[]) => Promise<void>;
}

/** Sends a report: its pictures first, then the words that name them. */
export function useReport(checkedText: string | null): ReportSending {
  const [state, setState] = useState<ReportSending['state']>('writing');
  const [problem, setProblem] = useState<string | null>(null);
  // Pressed again after a lost answer it is the same report.
  const reportId = useRef(uuidV7(Date.now()));
  const sending = useSendPictures(verificationRoutes.sendReportPicture);

  const send = async (text: string, pictures: readonly string[]): Promise<void> => {
    setState('sending');
    setProblem(null);
    try {
      const pictureIds = await sending.send(pictures);
      const told = checkedText === null ? null : checkedText.slice(0, CHECK_TEXT_MAX);
      await call(verificationRoutes.reportFake, {
        body: { reportId: reportId.current, checkedText: told, text, pictureIds },
      });
      setState('done');
    } catch (error) {
      if (error instanceof ApiError && error.code === 'verification.picture_gone') sending.forget();
      setProblem(sentenceOfError(error));
      setState('writing');
    }
  };
  return { state, problem, send };
}
