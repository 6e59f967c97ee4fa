import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { NoticeSettings, SentNotices } from '@siyu/shared/contracts/notifications';
import { Row } from '../../components/row';
import { Screen } from '../../components/screen';
import { Failure, Skeleton } from '../../components/states';
import { useNoticeSettings } from '../../notices/use-notice-settings';
import { useStore } from '../../phone/store';
import type { Loaded } from '../../reading/use-loaded';
import { usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { KindCard } from './kind-card';
import { sentNotices, SentList } from './sent-list';
import './index.scss';

/** What the member is told of through WeChat, each to be turned off here, and what was sent so far. */
export default function NoticesPage() {
  const { phase } = useStore(session);
  const settings = useNoticeSettings();
  const sent = usePages<SentNotices>('notices', sentNotices, phase === 'entered');
  usePullDownRefresh(() => {
    void Promise.all([settings.reload(), sent.reload()]).then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void sent.loadMore());
  return (
    <Screen name="notices">
      <Text className="notices__intro">{say('notices.intro')}</Text>
      <Settings loaded={settings} />
      <Text className="notices__heading">{say('notices.log')}</Text>
      <SentList pages={sent} />
    </Screen>
  );
}

function Settings({ loaded }: { readonly loaded: Loaded<NoticeSettings> }) {
  const { data, problem } = loaded;
  if (data === null)
    return problem === null ? (
      <Skeleton cards={2} />
    ) : (
      <Failure sentence={problem} onRetry={() => void loaded.reload()} />
    );
  return (
    <>
      {data.settings.map((setting) => (
        <KindCard
          key={setting.kind}
          setting={setting}
          onChanged={(settings) => {
            loaded.change(() => settings);
          }}
        />
      ))}
      <View className="card card--rows">
        <Row
          id="notices-corrections"
          title={say('corrections.title')}
          onTap={() => void Taro.navigateTo({ url: '/account/corrections/index' })}
        />
        <Row
          id="notices-marketing"
          title={say('notices.marketing')}
          value={say(data.isMarketingAllowed ? 'notices.marketing.on' : 'notices.marketing.off')}
          onTap={() => void Taro.navigateTo({ url: '/account/privacy/index' })}
        />
      </View>
    </>
  );
}
