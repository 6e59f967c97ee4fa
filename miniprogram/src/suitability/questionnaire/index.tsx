import Taro from '@tarojs/taro';
import type { AskedQuestionnaire, OwnSuitability } from '@siyu/shared/contracts/suitability';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Questions } from './questions';
import './index.scss';

interface Asked {
  readonly questionnaire: AskedQuestionnaire;
  readonly wait: OwnSuitability['wait'];
}

async function load(): Promise<Asked> {
  const [questionnaire, { wait }] = await Promise.all([
    call(suitabilityRoutes.getQuestionnaire, {}),
    call(suitabilityRoutes.getOwnSuitability, {}),
  ]);
  return { questionnaire, wait };
}

/** The questionnaire, unless it is too early to answer it again. */
export default function QuestionnairePage() {
  const { phase } = useStore(session);
  const { data, problem, reload } = useLoaded('suitability-questionnaire', load, phase === 'entered');
  return (
    <Screen name="questionnaire">
      {data === null ? (
        problem === null ? (
          <Skeleton cards={2} />
        ) : (
          <Failure sentence={problem} onRetry={() => void reload()} />
        )
      ) : data.wait === null ? (
        <Questions questionnaire={data.questionnaire} />
      ) : (
        <Blank
          title={say('suit.title')}
          hint={say(`suit.wait.${data.wait.reason}`, { date: dayInWords(data.wait.from) })}
          action={{
            id: 'suit-to-result',
            text: say('suit.to_result'),
            onTap: () => void Taro.redirectTo({ url: '/suitability/result/index' }),
          }}
        />
      )}
    </Screen>
  );
}
