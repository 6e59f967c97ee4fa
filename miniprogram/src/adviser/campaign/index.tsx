import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { adviserRoutes } from '@siyu/shared/contracts/adviser.routes';
import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import { campaignChannelNames, campaignStateNames, campaignStopSentences } from '@siyu/shared/messages';
import { call } from '../../api/call';
import { Chip } from '../../components/chip';
import { Row } from '../../components/row';
import { Failure, Skeleton } from '../../components/states';
import { useLoaded } from '../../reading/use-loaded';
import { momentInWords } from '../../words/dates';
import { AdviserScreen } from '../adviser-screen';
import { tell } from '../tell';
import { Preview, Results } from './figures';

/** One campaign: what goes out to how many and why not to others, and what came of it. */
export default function CampaignPage() {
  return (
    <AdviserScreen name="campaign">
      <Loaded />
    </AdviserScreen>
  );
}

function Loaded() {
  const { campaignId = '' } = useRouter().params;
  const { data, problem, reload } = useLoaded<CampaignDetail>(
    null,
    () => call(adviserRoutes.getCampaign, { params: { campaignId } }),
    true,
  );
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  if (data === null)
    return problem === null ? <Skeleton /> : <Failure sentence={problem} onRetry={() => void reload()} />;
  return (
    <>
      <Head detail={data} />
      <Preview preview={data.preview} />
      <Results results={data.results} />
      <Text className="meta advise__note">{tell('campaign.note')}</Text>
    </>
  );
}

function Head({ detail }: { readonly detail: CampaignDetail }) {
  const { name, state, channel, content, scheduledFor, sender, stoppedFor, lastReview, cancelReason } =
    detail;
  return (
    <View id="campaign-head" className="card card--rows">
      <Text className="card-title">{name}</Text>
      <View className="advise__chips">
        <Chip tone={state === 'DONE' ? 'success' : 'ink'} text={campaignStateNames[state]} />
      </View>
      {stoppedFor === null ? null : (
        <Text className="advise__problem">{campaignStopSentences[stoppedFor]}</Text>
      )}
      {cancelReason === null ? null : <Text className="advise__text">{cancelReason}</Text>}
      <Row title={tell('campaign.content')} value={content.title} />
      <Row title={tell('campaign.channel')} value={campaignChannelNames[channel]} />
      <Row
        title={tell('campaign.when')}
        value={scheduledFor === null ? tell('campaign.when.at_once') : momentInWords(scheduledFor)}
      />
      <Row title={tell('campaign.sender')} value={sender?.name ?? tell('campaign.no_sender')} />
      {lastReview === null || lastReview.comment === '' ? null : (
        <Row title={tell('campaign.review')} value={lastReview.comment} />
      )}
    </View>
  );
}
