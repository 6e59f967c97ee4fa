import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { whenOnScreen } from '../../phone/sight';
import { makeDeedId, submitDeed } from '../../queues/queues';
import { recordableMember } from '../../session/session';

/** What this start of the app has told already; the server counts each once. */
const told = new Set<string>();

/** Tells once that something without a page of its own was on the screen. */
export function useSeen(lessonId: string, elementId: string): void {
  // The page it stands on; later another one may be the present one.
  const [page] = useState(() => Taro.getCurrentInstance().page);
  useEffect(
    () =>
      whenOnScreen(page, elementId, () => {
        const memberId = recordableMember();
        if (memberId === null || told.has(`${memberId} ${lessonId}`)) return;
        told.add(`${memberId} ${lessonId}`);
        void submitDeed({ kind: 'progress', deedId: makeDeedId(), memberId, lessonId, readPercent: 100 });
      }),
    [page, lessonId, elementId],
  );
}
