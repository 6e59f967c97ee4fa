import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import type { AdvisedMember } from '@siyu/shared/contracts/adviser';
import { adviserRoutes } from '@siyu/shared/contracts/adviser.routes';
import { stageNames } from '@siyu/shared/messages';
import { call } from '../../api/call';
import { Chip } from '../../components/chip';
import { Failure, Skeleton } from '../../components/states';
import { useLoaded } from '../../reading/use-loaded';
import { dayInWords, momentInWords } from '../../words/dates';
import { AdviserScreen } from '../adviser-screen';
import { tell } from '../tell';
import { Consents, Engagement, Learning, Questions, Score } from './activity';
import { Matches, Suitability } from './suitability';

/** One member of the own book; looked at, it is on record, and nothing of it stays on the phone. */
export default function AdvisedMemberPage() {
  return (
    <AdviserScreen name="advised">
      <Loaded />
    </AdviserScreen>
  );
}

function Loaded() {
  const { memberId = '' } = useRouter().params;
  const { data, problem, reload } = useLoaded<AdvisedMember>(
    null,
    () => call(adviserRoutes.getMember, { params: { memberId } }),
    true,
  );
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  if (data === null)
    return problem === null ? <Skeleton /> : <Failure sentence={problem} onRetry={() => void reload()} />;
  return (
    <>
      <Head member={data} />
      <Suitability suitability={data.suitability} />
      {data.suitability === null ? null : <Matches products={data.suitability.products} />}
      <Score member={data} />
      <Questions member={data} />
      <Engagement member={data} />
      <Learning member={data} />
      <Consents member={data} />
      <Text className="meta advise__note">{tell('member.note')}</Text>
    </>
  );
}

function Head({ member }: { readonly member: AdvisedMember }) {
  const { displayName, stage, isAccountLinked, registeredOn, lastActiveAt, isRestricted } = member;
  const active =
    lastActiveAt === null ? tell('book.inactive') : tell('book.active', { at: momentInWords(lastActiveAt) });
  return (
    <View id="advised-head" className="card">
      <Text className="card-title">{displayName}</Text>
      <View className="advise__chips">
        {stage === null ? null : <Chip text={stageNames[stage]} />}
        <Chip
          tone="gold"
          text={tell(isAccountLinked ? 'member.account.linked' : 'member.account.not_linked')}
        />
      </View>
      <Text className="meta">
        {`${tell('member.since', { date: dayInWords(registeredOn) })} · ${active}`}
      </Text>
      {isRestricted ? <Text className="advise__problem">{tell('member.restricted')}</Text> : null}
    </View>
  );
}
