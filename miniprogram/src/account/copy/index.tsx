import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { sentenceOfError } from '../../api/api-error';
import { Button } from '../../components/button';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { session } from '../../session/session';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { AboutYou } from './about-you';
import { Complaints } from './complaints';
import { CopyFiles } from './copy-files';
import { Groups } from './groups';
import { Lives } from './lives';
import { Messages } from './messages';
import { Fees, ScoresAndTrades } from './money';
import { Rewards } from './rewards';
import { SaidAndKept } from './said-and-kept';
import { Suitability } from './suitability';
import { takeCopy } from './take-copy';
import { useCopy } from './use-copy';
import { WhatYouDid } from './what-you-did';
import './index.scss';

const PLATFORM = process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5';

/** Everything that is kept of the member, to be read and to be taken along (PIPL 45). */
export default function CopyPage() {
  const { phase } = useStore(session);
  const { copy, problem, reload } = useCopy(phase === 'entered');
  return (
    <Screen name="copy">
      {copy !== null ? (
        <>
          <Text className="sub">{say('copy.intro')}</Text>
          <Text className="meta">{say('copy.made', { date: momentInWords(copy.madeAt) })}</Text>
          <Fees fees={copy.fees} />
          <AboutYou copy={copy} />
          <WhatYouDid copy={copy} />
          <Messages notices={copy.notices} />
          <Groups groups={copy.groups} />
          <SaidAndKept discussion={copy.discussion} />
          <Lives lives={copy.lives} />
          <Suitability suitability={copy.suitability} />
          <Rewards rewards={copy.rewards} />
          <Complaints care={copy.care} />
          <ScoresAndTrades copy={copy} />
          <CopyFiles />
          <TakeAlong />
        </>
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={reload} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

function TakeAlong() {
  const [isBusy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    const said = await takeCopy().then(
      () => say(`copy.taken.${PLATFORM}`),
      (error: unknown) => sentenceOfError(error),
    );
    void Taro.showToast({ title: said, icon: 'none' });
    setBusy(false);
  };
  return (
    <View className="card">
      <Text className="card-title">{say('copy.take')}</Text>
      <Text className="sub copy__hint">{say(`copy.take.hint.${PLATFORM}`)}</Text>
      <Button
        id="take-copy"
        text={say(isBusy ? 'copy.taking' : `copy.take.${PLATFORM}`)}
        isDisabled={isBusy}
        onTap={() => void take()}
      />
    </View>
  );
}
