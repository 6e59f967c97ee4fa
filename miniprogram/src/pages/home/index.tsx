import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { FeedPage } from '@siyu/shared/contracts/feed';
import type { LiveCard } from '@siyu/shared/contracts/live';
import { More } from '../../components/more';
import { Recycled } from '../../components/recycled';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { changePreferences, preferences } from '../../phone/preferences';
import { useStore } from '../../phone/store';
import { followLaunch } from '../../reading/launch-lead';
import { goToSchool } from '../../reading/open-lesson';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { ContinueCard } from './continue-card';
import { CorrectionRow } from './correction-row';
import { FeedCardView } from './feed-card';
import { GroupRow } from './group-row';
import { LiveRow } from './live-row';
import { nextThing } from './next-thing';
import { type Feed, useFeed } from './use-feed';
import { useNextLive } from './use-next-live';
import './index.scss';

export default function HomePage() {
  const feed = useFeed();
  const { live, isSettled } = useNextLive();
  const { phase } = useStore(session);
  useEffect(() => {
    if (phase === 'entered') void followLaunch();
  }, [phase]);
  usePullDownRefresh(() => {
    void feed.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void feed.loadMore());
  return (
    <Screen name="home">
      {feed.data !== null && isSettled ? (
        <Ready feed={feed} page={feed.data} live={live} />
      ) : feed.problem !== null ? (
        <Failure sentence={feed.problem} onRetry={() => void feed.reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

interface ReadyProps {
  readonly feed: Feed;
  readonly page: FeedPage;
  readonly live: LiveCard | null;
}

function Ready({ feed, page, live }: ReadyProps) {
  const { isLargeText } = useStore(preferences);
  const [isWhyShown, setWhyShown] = useState(false);
  const { heading, sub } = nextThing(page);
  return (
    <>
      <View className="home__top">
        <View className="home__greeting">
          <Text id="home-heading" className="heading">
            {heading}
          </Text>
          <Text className="sub">{sub}</Text>
        </View>
        <Tap
          id="large-text"
          className="home__size"
          onTap={() => {
            changePreferences({ isLargeText: !isLargeText });
          }}
        >
          <Text className="home__size-word">{say(isLargeText ? 'app.normal_text' : 'app.large_text')}</Text>
        </Tap>
      </View>

      <CorrectionRow count={page.unseenCorrections} />
      {page.continueLesson === null ? null : <ContinueCard lesson={page.continueLesson} />}
      <GroupRow />
      <LiveRow live={live} />

      <View className="section">
        <Text className="section__title">{say(page.isPersonalised ? 'home.for_you' : 'home.by_date')}</Text>
        <Tap
          id="why-these"
          className="link link--quiet"
          onTap={() => {
            setWhyShown(!isWhyShown);
          }}
        >
          <Text>{say('home.why')}</Text>
        </Tap>
      </View>
      {isWhyShown ? (
        <View id="why-these-text" className="home__why">
          <Text>{say(page.isPersonalised ? 'home.why.personalised' : 'home.why.by_date')}</Text>
        </View>
      ) : null}

      {page.isPaused ? (
        <Blank title={say('home.paused.title')} hint={say('home.paused.hint')} />
      ) : page.cards.length === 0 ? (
        <Blank
          title={say('home.empty')}
          hint={say('home.empty.hint')}
          action={{ id: 'to-school', text: say('home.empty.action'), onTap: goToSchool }}
        />
      ) : (
        <View id="feed" className="home__feed">
          <Recycled
            id="feed"
            items={page.cards}
            keyOf={({ cardId }) => cardId}
            render={(card) => <FeedCardView key={card.cardId} card={card} />}
          />
        </View>
      )}
      {page.cards.length === 0 ? null : (
        <More
          id="feed-more"
          text={say('home.more')}
          hasMore={page.nextCursor !== null}
          isLoadingMore={feed.isLoadingMore}
          moreProblem={feed.moreProblem}
          onMore={() => void feed.loadMore()}
        />
      )}
    </>
  );
}
