import { useRef, useState } from 'react';
import { ApiError, sentenceOfError } from '../api/api-error';
import { recordableMember } from '../session/session';
import { dropTextDraft, findTextDraft, keepTextDraft, type TextDraft } from './text-drafts';
import { makeDeedId } from './queues';

export interface Writing {
  readonly text: string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly write: (text: string) => void;
  readonly send: () => Promise<void>;
}

interface WritingPorts {
  /** Where the text is to stand. */
  readonly placeId: string;
  /** Hands the text over; the same id is the same text. */
  readonly hand: (textId: string, text: string) => Promise<void>;
  /** What is said when the text could not be handed over now and stays on the phone. */
  readonly keptSentence: (reason: string) => string;
}

/** A text for others to read, kept on the phone from its first letter until the server has it. */
export function useWriting({ placeId, hand, keptSentence }: WritingPorts): Writing {
  const [memberId] = useState(recordableMember);
  const draft = useRef<TextDraft | null>(null);
  const [text, setText] = useState(() => {
    draft.current = memberId === null ? null : findTextDraft(memberId, placeId);
    return draft.current?.text ?? '';
  });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const write = (written: string): void => {
    setText(written);
    setProblem(null);
    if (memberId === null) return;
    // Other words after an attempt are another text: the first may have arrived.
    const textId = draft.current === null || draft.current.isSent ? makeDeedId() : draft.current.textId;
    draft.current = { memberId, placeId, textId, text: written, isSent: false };
    keepTextDraft(draft.current);
  };
  const send = async (): Promise<void> => {
    const sent = draft.current;
    if (sent === null) return;
    setBusy(true);
    setProblem(null);
    draft.current = { ...sent, isSent: true };
    keepTextDraft(draft.current);
    try {
      await hand(sent.textId, sent.text);
      dropTextDraft(sent.memberId, placeId);
      draft.current = null;
      setText('');
    } catch (error) {
      const reason = sentenceOfError(error);
      setProblem(error instanceof ApiError && error.isPassing ? keptSentence(reason) : reason);
    }
    setBusy(false);
  };
  return { text, isBusy, problem, write, send };
}
