import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { OwnComplaints } from '@siyu/shared/contracts/care';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { useEffect, useRef } from 'react';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { queueState } from '../../queues/queues';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { say } from '../../words/say';
import { CallUs } from '../call-us';
import { ComplaintCard } from './complaint-card';
import './index.scss';

const own: PagedList<OwnComplaints> = {
  load: (query) => call(careRoutes.listOwnComplaints, { query }),
  countOf: ({ complaints }) => complaints.length,
  join(before, next) {
    const known = new Set(before.complaints.map(({ complaintId }) => complaintId));
    const fresh = next.complaints.filter(({ complaintId }) => !known.has(complaintId));
    return { ...next, complaints: [...before.complaints, ...fresh] };
  },
};

/** What the member complained of and what became of it, the last one first; the way to write or to call. */
export default function ComplaintsPage() {
  const { phase } = useStore(session);
  const { complaints: waiting } = useStore(queueState);
  const pages = usePages('complaints', own, phase === 'entered');
  const { reload } = pages;
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  // What was waiting is in the list once it has been sent.
  const waited = useRef(waiting);
  useEffect(() => {
    if (waiting < waited.current) void reload();
    waited.current = waiting;
  }, [waiting, reload]);
  return (
    <Screen name="complaints">
      <Text className="sub">{say('care.intro')}</Text>
      <View className="complaints__ways">
        <Button
          id="complaint-write"
          text={say('care.write')}
          onTap={() => void Taro.navigateTo({ url: '/account/complain/index' })}
        />
        <CallUs id="complaint-call" />
      </View>
      {waiting === 0 ? null : (
        <Text id="complaints-waiting" className="complaints__waiting">
          {say('care.waiting', { count: waiting })}
        </Text>
      )}
      {pages.data !== null ? (
        <Ready pages={pages} page={pages.data} />
      ) : pages.problem !== null ? (
        <Failure sentence={pages.problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={2} />
      )}
    </Screen>
  );
}

function Ready({ pages, page }: { readonly pages: Pages<OwnComplaints>; readonly page: OwnComplaints }) {
  const { complaints, nextCursor } = page;
  if (complaints.length === 0) return <Blank title={say('care.empty')} hint={say('care.empty.hint')} />;
  return (
    <>
      <View id="complaints">
        {complaints.map((each) => (
          <ComplaintCard
            key={each.complaintId}
            complaint={each}
            onChanged={(changed) => {
              pages.change((before) => ({
                ...before,
                complaints: before.complaints.map((one) =>
                  one.complaintId === changed.complaintId ? changed : one,
                ),
              }));
            }}
          />
        ))}
      </View>
      <More
        id="complaints-more"
        text={say('care.more')}
        hasMore={nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}
