import Taro from '@tarojs/taro';
import type { ComplaintCategory } from '@siyu/shared/contracts/care.limits';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { useRef, useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { isRecord } from '../../phone/storage';
import { makeDeedId, submitDeed } from '../../queues/queues';
import { recordableMember } from '../../session/session';
import { say } from '../../words/say';
import { useSendPictures } from '../pictures/use-send-pictures';

type Paths = readonly string[];
interface Draft {
  readonly category: ComplaintCategory | null;
  readonly text: string;
  readonly tradingPlan: string;
  readonly pictures: Paths;
}
type Change = Partial<Omit<Draft, 'pictures'>> & { readonly pictures?: (before: Paths) => Paths };

export interface Complaining {
  readonly draft: Draft;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly change: (change: Change) => void;
  readonly send: () => Promise<void>;
}

/**
 * A complaint on its way: its pictures first, which need the network, then the words, which the phone keeps until the
 * server has them.
 */
export function useComplaint(): Complaining {
  const [draft, setDraft] = useState<Draft>({ category: null, text: '', tradingPlan: '', pictures: [] });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useSendPictures(careRoutes.sendComplaintPicture);
  // Pressed again after a lost answer it is the same complaint.
  const deedId = useRef(makeDeedId());

  const change = ({ pictures, ...words }: Change): void => {
    setProblem(null);
    setDraft((before) => ({
      ...before,
      ...words,
      pictures: pictures === undefined ? before.pictures : pictures(before.pictures),
    }));
  };
  const send = async (): Promise<void> => {
    const memberId = recordableMember();
    const { category, text, tradingPlan, pictures } = draft;
    if (memberId === null || category === null) return;
    setBusy(true);
    setProblem(null);
    try {
      const outcome = await submitDeed({
        kind: 'complaint',
        deedId: deedId.current,
        memberId,
        category,
        text: text.trim(),
        tradingPlan: tradingPlan.trim() === '' ? null : tradingPlan.trim(),
        pictureIds: await sending.send(pictures),
      });
      if (outcome.state === 'refused') {
        // The pictures may be gone meanwhile: the next press sends them again, under another id.
        sending.forget();
        deedId.current = makeDeedId();
        setProblem(outcome.sentence);
      } else {
        const { answer } = outcome.state === 'done' ? outcome : { answer: undefined };
        const isRegistered = isRecord(answer) && 'complaintNo' in answer;
        const said = isRegistered ? say('care.form.done', { no: answer.complaintNo }) : say('care.form.kept');
        void Taro.showToast({ title: said, icon: 'none' });
        await Taro.navigateBack();
      }
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };
  return { draft, isBusy, problem, change, send };
}
