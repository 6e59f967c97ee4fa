import { useState } from 'react';
import type { LessonKeepsakes } from '@siyu/shared/contracts/notebook';
import { notebookRoutes } from '@siyu/shared/contracts/notebook.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import type { Deed, Outcome } from '../../queues/deed-queue';
import { deedQueue, makeDeedId, queueState, submitDeed } from '../../queues/queues';
import { useLoaded } from '../../reading/use-loaded';
import { recordableMember, session } from '../../session/session';

type Change = { readonly isFavourite: boolean } | { readonly note: string };

export interface Keepsakes {
  /** Null until it is known, or known to be out of reach now. */
  readonly kept: LessonKeepsakes | null;
  /** Whether a note of before can be told from none: over one that is not known nothing is written. */
  readonly isNoteKnown: boolean;
  readonly change: (change: Change) => Promise<Outcome['state']>;
}

const NOTHING: LessonKeepsakes = { isFavourite: false, note: null };

/** What is kept beside a lesson; what was changed without a network counts already, here and after a new start. */
export function useKeepsakes(lessonId: string): Keepsakes {
  const { phase } = useStore(session);
  // Every change of what waits is drawn.
  useStore(queueState);
  const [memberId] = useState(recordableMember);
  const { data, problem, reload, change } = useLoaded<LessonKeepsakes>(
    `keepsakes.${lessonId}`,
    () => call(notebookRoutes.getKeepsakes, { params: { lessonId } }),
    phase === 'entered',
  );
  const waiting = (memberId === null ? [] : deedQueue.waiting(memberId)).filter(
    (deed) => deed.kind !== 'complaint' && deed.lessonId === lessonId,
  );
  const base = data ?? (problem === null ? null : NOTHING);

  return {
    kept: base === null ? null : waiting.reduce(takeInto, base),
    isNoteKnown: data !== null || waiting.some(({ kind }) => kind === 'note'),
    async change(wanted) {
      if (memberId === null) return 'refused';
      const common = { deedId: makeDeedId(), memberId, lessonId };
      const deed: Deed =
        'note' in wanted
          ? { ...common, kind: 'note', text: wanted.note }
          : { ...common, kind: 'favourite', isFavourite: wanted.isFavourite };
      const { state } = await submitDeed(deed);
      if (state === 'done') {
        change((before) => takeInto(before, deed));
        void reload();
      }
      return state;
    },
  };
}

function takeInto(kept: LessonKeepsakes, deed: Deed): LessonKeepsakes {
  if (deed.kind === 'favourite') return { ...kept, isFavourite: deed.isFavourite };
  return deed.kind === 'note' ? { ...kept, note: deed.text === '' ? null : deed.text } : kept;
}
