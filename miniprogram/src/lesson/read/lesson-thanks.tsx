import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { MemberAward } from '@siyu/shared/contracts/awards';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import { call } from '../../api/call';
import { awardInWords, whyInWords } from '../../words/award';

/** An award is decided about a second after the lesson; whoever has gone on by then finds it on the page of points. */
const LOOK_AFTER_MS = [700, 1_500, 3_000];

/** A quiet line of thanks for a lesson that was just finished; nothing where there is none. */
export function LessonThanks({ lessonId }: { readonly lessonId: string }) {
  const [awards, setAwards] = useState<readonly MemberAward[]>([]);
  useEffect(() => {
    let isLooking = true;
    const look = async (at: number): Promise<void> => {
      try {
        const { rows } = await call(awardsRoutes.listAwards, { query: { contentId: lessonId } });
        if (!isLooking) return;
        const own = rows.filter(({ event }) => event === 'lesson_completed');
        if (own.length > 0) return setAwards(own);
      } catch {
        // Thanks are no reason to show a failure: they are kept, and stand on the page of points.
      }
      wait(at + 1);
    };
    const wait = (at: number): void => {
      const pause = LOOK_AFTER_MS[at];
      if (isLooking && pause !== undefined) timer = setTimeout(() => void look(at), pause);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    wait(0);
    return () => {
      isLooking = false;
      clearTimeout(timer);
    };
  }, [lessonId]);
  if (awards.length === 0) return null;
  return (
    <View id="lesson-thanks" className="finish__thanks">
      {awards.map((award) => (
        <View key={award.awardId}>
          <Text className="finish__thanks-line">{awardInWords(award)}</Text>
          <Text className="meta">{whyInWords(award) ?? award.reason}</Text>
        </View>
      ))}
    </View>
  );
}
