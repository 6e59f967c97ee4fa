import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { ConclusionList } from '@siyu/shared/contracts/privacy';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Failure, Skeleton } from '../../components/states';
import { Toggle } from '../../components/toggle';
import { useLoaded } from '../../reading/use-loaded';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

type Drawn = ConclusionList['conclusions'][number];

/** What the firm concludes of the member, each with a switch of its own: one touch refuses it, one allows it again. */
export function Conclusions({ isReady }: { readonly isReady: boolean }) {
  const list = useLoaded<ConclusionList>(
    'conclusions',
    () => call(privacyRoutes.listConclusions, {}),
    isReady,
  );
  const [isBusy, setBusy] = useState(false);

  const decide = async ({ conclusion, isRefused }: Drawn): Promise<void> => {
    setBusy(true);
    try {
      const decision = { params: { conclusion }, body: { isRefused: !isRefused } };
      const decided = await call(privacyRoutes.decideConclusion, decision);
      list.change(() => decided);
    } catch (error) {
      void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    }
    setBusy(false);
  };

  if (list.data === null)
    return list.problem === null ? (
      <Skeleton />
    ) : (
      <Failure sentence={list.problem} onRetry={() => void list.reload()} />
    );
  return (
    <View id="conclusions" className="card card--rows">
      <Text className="recorded__why">{say('conclusions.intro')}</Text>
      {list.data.isProfiled ? null : <Text className="recorded__why">{say('conclusions.unprofiled')}</Text>}
      {list.data.conclusions.map((drawn) => (
        <View key={drawn.conclusion} className="recorded">
          <View className="recorded__head">
            <Text className="recorded__what">{say(`conclusion.${drawn.conclusion}`)}</Text>
            <Toggle
              id={`conclusion-${drawn.conclusion.toLowerCase()}`}
              label={say(`conclusion.${drawn.conclusion}`)}
              isOn={!drawn.isRefused}
              isBusy={isBusy}
              onTap={() => void decide(drawn)}
            />
          </View>
          <Text className="recorded__why">{say(`conclusion.${drawn.conclusion}.why`)}</Text>
          <Text className="meta">{stateInWords(drawn)}</Text>
        </View>
      ))}
    </View>
  );
}

function stateInWords({ isRefused, isDrawn, decidedAt }: Drawn): string {
  if (isRefused && decidedAt !== null) return say('conclusions.refused', { date: momentInWords(decidedAt) });
  return say(isDrawn ? 'conclusions.used' : 'conclusions.unknown');
}
