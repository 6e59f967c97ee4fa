import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { LiveCards } from '@siyu/shared/contracts/live';
import { Choice } from '../../components/choice';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { goToSchool } from '../../reading/open-lesson';
import type { Pages } from '../../reading/use-pages';
import { say } from '../../words/say';
import { LiveRow } from './live-row';
import { type LiveList, useLives } from './use-lives';
import './index.scss';

const LISTS: readonly LiveList[] = ['COMING', 'PAST'];

/** Lives that are announced or on air, and those of the member's that are over. */
export default function LivesPage() {
  const [list, setList] = useState<LiveList>('COMING');
  return (
    <Screen name="lives">
      <Choice
        id="lives"
        options={LISTS.map((value) => ({ value, text: say(`lives.list.${value}`) }))}
        value={list}
        onChange={setList}
      />
      {/* Each list keeps its own place. */}
      <Listed key={list} list={list} />
    </Screen>
  );
}

function Listed({ list }: { readonly list: LiveList }) {
  const lives = useLives(list);
  usePullDownRefresh(() => {
    void lives.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void lives.loadMore());
  if (lives.data !== null) return <Ready list={list} lives={lives} page={lives.data} />;
  if (lives.problem !== null) return <Failure sentence={lives.problem} onRetry={() => void lives.reload()} />;
  return <Skeleton cards={2} />;
}

interface ReadyProps {
  readonly list: LiveList;
  readonly lives: Pages<LiveCards>;
  readonly page: LiveCards;
}

function Ready({ list, lives, page }: ReadyProps) {
  if (page.lives.length === 0)
    return (
      <Blank
        title={say(`lives.empty.${list}`)}
        hint={say(`lives.empty.${list}.hint`)}
        action={{ id: 'lives-to-school', text: say('lives.empty.action'), onTap: goToSchool }}
      />
    );
  return (
    <>
      <View id="lives-list" className="card card--rows">
        {page.lives.map((live) => (
          <LiveRow key={live.liveId} live={live} />
        ))}
      </View>
      <More
        id="lives-more"
        text={say('lives.more')}
        hasMore={page.nextCursor !== null}
        isLoadingMore={lives.isLoadingMore}
        moreProblem={lives.moreProblem}
        onMore={() => void lives.loadMore()}
      />
    </>
  );
}
