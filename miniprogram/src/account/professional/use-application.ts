import type { OwnProfessional } from '@siyu/shared/contracts/professional';
import type { ProfessionalGround } from '@siyu/shared/contracts/professional.limits';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { PROFESSIONAL_TEXT_VERSION } from '@siyu/shared/messages';
import { useRef, useState } from 'react';
import { ApiError, sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { makeDeedId } from '../../queues/queues';
import { useSendPictures } from '../pictures/use-send-pictures';

interface Draft {
  readonly ground: ProfessionalGround | null;
  readonly experience: string;
  readonly pictures: readonly string[];
  readonly hasAgreed: boolean;
}
type Change = Partial<Omit<Draft, 'pictures'>> & {
  readonly pictures?: (before: readonly string[]) => readonly string[];
};

export interface Applying {
  readonly draft: Draft;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly change: (change: Change) => void;
  readonly apply: () => Promise<void>;
}

/** An application on its way: the evidence first, then the words that name it. */
export function useApplication(onApplied: (own: OwnProfessional) => void): Applying {
  const [draft, setDraft] = useState<Draft>({ ground: null, experience: '', pictures: [], hasAgreed: false });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sending = useSendPictures(professionalRoutes.sendPicture);
  // Pressed again after a lost answer it is the same application.
  const applicationId = useRef(makeDeedId());

  const change = ({ pictures, ...words }: Change): void => {
    setProblem(null);
    setDraft((before) => ({
      ...before,
      ...words,
      pictures: pictures === undefined ? before.pictures : pictures(before.pictures),
    }));
  };
  const apply = async (): Promise<void> => {
    const { ground, experience, pictures } = draft;
    if (ground === null) return;
    setBusy(true);
    setProblem(null);
    try {
      const pictureIds = await sending.send(pictures);
      const body = {
        applicationId: applicationId.current,
        ground,
        experience: experience.trim(),
        pictureIds,
        textVersion: PROFESSIONAL_TEXT_VERSION,
      };
      onApplied(await call(professionalRoutes.apply, { body }));
    } catch (error) {
      // Those that waited too long are sent again with the next press.
      if (error instanceof ApiError) sending.forget();
      setProblem(sentenceOfError(error));
    }
    setBusy(false);
  };
  return { draft, isBusy, problem, change, apply };
}
