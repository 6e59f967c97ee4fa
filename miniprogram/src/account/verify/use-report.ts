import { CHECK_TEXT_MAX } from '@siyu/shared/contracts/verification.limits';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { useRef, useState } from 'react';
import { ApiError, sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { upload } from '../../api/upload';
import { uuidV7 } from '../../phone/uuid-v7';

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
  /** Ids by path of the pictures that have arrived: those are not sent twice. */
  const arrived = useRef(new Map<string, string>());

  const idOf = async (path: string): Promise<string> => {
    const known = arrived.current.get(path);
    if (known !== undefined) return known;
    const { pictureId } = await upload(verificationRoutes.sendReportPicture, path);
    arrived.current.set(path, pictureId);
    return pictureId;
  };
  const send = async (text: string, pictures: readonly string[]): Promise<void> => {
    setState('sending');
    setProblem(null);
    try {
      const pictureIds: string[] = [];
      // One after the other: a phone's line is narrow, and the order is the person's.
      for (const path of pictures) pictureIds.push(await idOf(path));
      const told = checkedText === null ? null : checkedText.slice(0, CHECK_TEXT_MAX);
      await call(verificationRoutes.reportFake, {
        body: { reportId: reportId.current, checkedText: told, text, pictureIds },
      });
      setState('done');
    } catch (error) {
      // The server has thrown them away meanwhile; the next press sends them again.
      if (error instanceof ApiError && error.code === 'verification.picture_gone') arrived.current.clear();
      setProblem(sentenceOfError(error));
      setState('writing');
    }
  };
  return { state, problem, send };
}
