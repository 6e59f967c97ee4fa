import { Text } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { OwnSuitability } from '@siyu/shared/contracts/suitability';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { History, ownAssessments } from './history';
import { Standing } from './standing';
import './index.scss';

/** Where the member stands: the level and what it means, what is to be confirmed, and the results of before. */
export default function SuitabilityPage() {
  const { phase } = useStore(session);
  const isEntered = phase === 'entered';
  const own = useLoaded<OwnSuitability>(
    'suitability',
    () => call(suitabilityRoutes.getOwnSuitability, {}),
    isEntered,
  );
  const history = usePages('suitability-history', ownAssessments, isEntered);
  const reload = async (): Promise<void> => {
    await Promise.all([own.reload(), history.reload()]);
  };
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void history.loadMore());
  return (
    <Screen name="suitability">
      {own.data !== null ? (
        <>
          <Shown own={own.data} onChanged={() => void reload()} />
          <Text className="meta suit__note">{say('suit.note')}</Text>
          <History pages={history} />
        </>
      ) : own.problem !== null ? (
        <Failure sentence={own.problem} onRetry={() => void own.reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}

interface ShownProps {
  readonly own: OwnSuitability;
  readonly onChanged: () => void;
}

function Shown({ own, onChanged }: ShownProps) {
  if (own.latest !== null || own.hasRefusedInformation) return <Standing own={own} onChanged={onChanged} />;
  return (
    <Blank
      title={say('suit.none')}
      hint={say('suit.none.hint')}
      action={{
        id: 'suit-start',
        text: say('suit.start'),
        onTap: () => void Taro.redirectTo({ url: '/suitability/questionnaire/index' }),
      }}
    />
  );
}
