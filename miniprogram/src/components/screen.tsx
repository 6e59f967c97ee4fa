import { Text, View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { MemberMessage } from '@siyu/shared/messages';
import { type ReactNode, useEffect } from 'react';
import { connection } from '../phone/connection';
import { preferences } from '../phone/preferences';
import { useStore } from '../phone/store';
import { queueState } from '../queues/queues';
import { session } from '../session/session';
import { start } from '../session/sign-in';
import { say } from '../words/say';
import { Failure, Skeleton } from './states';
import { TopBar } from './top-bar';

type ScreenName =
  | 'home'
  | 'school'
  | 'me'
  | 'lesson'
  | 'quiz'
  | 'privacy'
  | 'copy'
  | 'learning'
  | 'corrections'
  | 'closing'
  | 'link'
  | 'notices'
  | 'about'
  | 'verify'
  | 'search'
  | 'articles'
  | 'notebook'
  | 'statement'
  | 'points'
  | 'exchange'
  | 'entitlements'
  | 'group'
  | 'groups'
  | 'lives'
  | 'live'
  | 'complaints'
  | 'complain'
  | 'products'
  | 'product'
  | 'questionnaire'
  | 'suitability'
  | 'professional'
  | 'elder'
  | 'book'
  | 'advised'
  | 'campaigns'
  | 'campaign';

interface ScreenProps {
  readonly name: ScreenName;
  /** What the bar says when it is not the name of the page. */
  readonly title?: string;
  /** Shown to people who have not entered too. */
  readonly isOpenToAll?: boolean;
  readonly children: ReactNode;
}

const tabs: readonly ScreenName[] = ['home', 'school', 'me'];
const titles = {
  home: 'tab.home',
  school: 'tab.school',
  me: 'tab.me',
  lesson: 'lesson.title',
  quiz: 'quiz.title',
  privacy: 'privacy.title',
  copy: 'copy.page',
  learning: 'me.learned',
  corrections: 'corrections.title',
  closing: 'closing.page',
  link: 'link.title',
  notices: 'notices.title',
  about: 'about.title',
  verify: 'verify.title',
  search: 'search.title',
  articles: 'articles.title',
  notebook: 'notebook.title',
  statement: 'points.statement',
  points: 'points.title',
  exchange: 'exchange.title',
  entitlements: 'held.title',
  group: 'group.title',
  groups: 'groups.title',
  lives: 'lives.title',
  live: 'live.title',
  complaints: 'care.title',
  complain: 'care.form.title',
  products: 'shelf.title',
  product: 'product.title',
  questionnaire: 'suit.title',
  suitability: 'suit.result',
  professional: 'professional.title',
  elder: 'elder.title',
  book: 'adviser.book',
  advised: 'adviser.member',
  campaigns: 'adviser.campaigns',
  campaign: 'adviser.campaigns',
} as const satisfies Record<ScreenName, MemberMessage>;

/** A page: size of text, what is known of the network, and nothing of the member before they have entered. */
export function Screen({ name, title, isOpenToAll = false, children }: ScreenProps) {
  const { phase, sentence } = useStore(session);
  const { path, params } = useRouter();
  const mustLeave = !isOpenToAll && (phase === 'choosing' || phase === 'consenting' || phase === 'no-wechat');

  useEffect(() => {
    if (!mustLeave) return;
    // Taro adds marks of its own to the parameters; only the page's go along.
    const query = Object.entries(params)
      .filter(([key]) => key !== 'stamp' && !key.startsWith('$'))
      .map(([key, value]) => `${key}=${value ?? ''}`);
    const next = encodeURIComponent(`${path.split('?')[0] ?? ''}?${query.join('&')}`);
    void Taro.reLaunch({ url: `/pages/welcome/index?next=${next}` });
  }, [mustLeave]);

  return (
    <Paper name={name}>
      {process.env.TARO_ENV === 'h5' ? (
        <TopBar title={title ?? say(titles[name])} isTab={tabs.includes(name)} />
      ) : null}
      <NetworkBanner />
      {isOpenToAll ? (
        children
      ) : phase === 'failed' ? (
        <Failure sentence={sentence ?? say('problem.signed_out')} onRetry={() => void start()} />
      ) : phase === 'entered' ? (
        children
      ) : (
        <Skeleton />
      )}
    </Paper>
  );
}

/** The ground every page stands on; the welcome page uses it alone. */
export function Paper({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { isLargeText } = useStore(preferences);
  return (
    <View id={`screen-${name}`} className={`screen screen--${name} ${isLargeText ? 'screen--large' : ''}`}>
      {children}
    </View>
  );
}

/** Says plainly that there is no network, and what waits on the phone. */
function NetworkBanner() {
  const { isOnline } = useStore(connection);
  const { waiting } = useStore(queueState);
  if (isOnline && waiting === 0) return null;
  const sentence =
    waiting === 0
      ? say('offline.banner')
      : say(isOnline ? 'offline.waiting' : 'offline.both', { count: waiting });
  return (
    <View id="network-banner" className="network-banner">
      <Text>{sentence}</Text>
    </View>
  );
}
