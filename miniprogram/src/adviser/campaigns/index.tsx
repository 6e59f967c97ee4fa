import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { adviserRoutes } from '@siyu/shared/contracts/adviser.routes';
import type { CampaignRow, CampaignRows } from '@siyu/shared/contracts/campaigns';
import { campaignStateNames } from '@siyu/shared/messages';
import { call } from '../../api/call';
import { Chip } from '../../components/chip';
import { More } from '../../components/more';
import { Blank, Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { type PagedList, usePages } from '../../reading/use-pages';
import { momentInWords } from '../../words/dates';
import { AdviserScreen } from '../adviser-screen';
import { tell } from '../tell';

const list: PagedList<CampaignRows> = {
  load: (query) => call(adviserRoutes.listCampaigns, { query }),
  countOf: ({ rows }) => rows.length,
  join(before, next) {
    const known = new Set(before.rows.map(({ campaignId }) => campaignId));
    const fresh = next.rows.filter(({ campaignId }) => !known.has(campaignId));
    return { ...next, rows: [...before.rows, ...fresh] };
  },
};

/** The adviser's own campaigns and where each stands; they are written and changed at the desk. */
export default function CampaignsPage() {
  return (
    <AdviserScreen name="campaigns">
      <Campaigns />
    </AdviserScreen>
  );
}

function Campaigns() {
  const pages = usePages(null, list, true);
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  const { data, problem, reload } = pages;
  if (data === null)
    return problem === null ? <Skeleton /> : <Failure sentence={problem} onRetry={() => void reload()} />;
  if (data.rows.length === 0)
    return <Blank title={tell('campaigns.empty')} hint={tell('campaigns.empty.hint')} />;
  return (
    <>
      {data.rows.map((row) => (
        <CampaignCard key={row.campaignId} row={row} />
      ))}
      <More
        id="campaigns-more"
        text={tell('campaigns.more')}
        hasMore={data.nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}

function CampaignCard({ row }: { readonly row: CampaignRow }) {
  const { campaignId, name, state, contentTitle, included, sent, changedAt } = row;
  const figures = [
    ...(included === null ? [] : [tell('campaigns.included', { count: included })]),
    ...(sent === null ? [] : [tell('campaigns.sent', { count: sent })]),
    tell('campaigns.changed', { at: momentInWords(changedAt) }),
  ];
  return (
    <Tap
      id={`campaign-${campaignId}`}
      className="card"
      onTap={() => void Taro.navigateTo({ url: `/adviser/campaign/index?campaignId=${campaignId}` })}
    >
      <Text className="advise__name">{name}</Text>
      <View className="advise__chips">
        <Chip tone={state === 'DONE' ? 'success' : 'ink'} text={campaignStateNames[state]} />
      </View>
      <Text className="advise__text">{contentTitle}</Text>
      <Text className="meta">{figures.join(' · ')}</Text>
    </Tap>
  );
}
