import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useRef } from 'react';
import type { MemberAwards, MissionBoard } from '@siyu/shared/contracts/awards';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import type { PointsSummary } from '@siyu/shared/contracts/points';
import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { Balance } from './balance';
import { Missions } from './missions';
import { Thanks } from './thanks';
import './index.scss';

const RECENT = 5;
interface Board {
  readonly points: PointsSummary;
  readonly board: MissionBoard;
  readonly awards: MemberAwards;
}

async function loadBoard(): Promise<Board> {
  const [points, board, awards] = await Promise.all([
    call(pointsRoutes.getPoints, {}),
    call(awardsRoutes.getMissions, {}),
    call(awardsRoutes.listAwards, { query: { limit: RECENT } }),
  ]);
  return { points, board, awards };
}

/** What the member has, what there is to do, and what they were thanked for last. */
export default function PointsPage() {
  const { phase } = useStore(session);
  const { data, problem, reload } = useLoaded<Board>('points', loadBoard, phase === 'entered');
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Screen name="points">
      {data !== null ? (
        <>
          <Balance points={data.points} checkIn={data.board.checkIn} reload={reload} />
          <Missions board={data.board} />
          <Thanks awards={data.awards.rows} />
        </>
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}
