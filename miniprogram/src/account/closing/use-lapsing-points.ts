import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { useEffect, useState } from 'react';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { session } from '../../session/session';

interface LapsingPoints {
  readonly available: number;
  readonly pending: number;
}

/** What lapses with the account; null while nothing does, or nobody can say: the page closes the account all the same. */
export function useLapsingPoints(): LapsingPoints | null {
  const { phase } = useStore(session);
  const [points, setPoints] = useState<LapsingPoints | null>(null);
  useEffect(() => {
    if (phase !== 'entered') return;
    call(pointsRoutes.getPoints, {}).then(
      ({ available, pending }) => {
        if (available + pending > 0) setPoints({ available, pending });
      },
      () => undefined,
    );
  }, [phase]);
  return points;
}
