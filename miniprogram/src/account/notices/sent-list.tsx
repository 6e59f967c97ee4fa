import { Text, View } from '@tarojs/components';
import type { SentNotice, SentNotices } from '@siyu/shared/contracts/notifications';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import { call } from '../../api/call';
import { More } from '../../components/more';
import { Failure, Skeleton } from '../../components/states';
import type { PagedList, Pages } from '../../reading/use-pages';
import { momentInWords } from '../../words/dates';
import { isMemberMessage, say } from '../../words/say';

export const sentNotices: PagedList<SentNotices> = {
  pageSize: 20,
  load: (query) => call(notificationsRoutes.listNotices, { query }),
  countOf: ({ notices }) => notices.length,
  join(before, next) {
    const known = new Set(before.notices.map(({ noticeId }) => noticeId));
    return {
      ...next,
      notices: [...before.notices, ...next.notices.filter(({ noticeId }) => !known.has(noticeId))],
    };
  },
};

/** Every message to the member: when, what it said, and what became of it. */
export function SentList({ pages }: { readonly pages: Pages<SentNotices> }) {
  const { data, problem } = pages;
  if (data === null)
    return problem === null ? (
      <Skeleton cards={1} />
    ) : (
      <Failure sentence={problem} onRetry={() => void pages.reload()} />
    );
  if (data.notices.length === 0)
    return (
      <View className="card">
        <Text className="meta">{say('notices.log.empty')}</Text>
      </View>
    );
  return (
    <>
      <View id="sent-notices" className="card card--rows">
        {data.notices.map((notice) => (
          <View key={notice.noticeId} className="sent-notice">
            <Text className="sent-notice__title">{say(`notices.kind.${notice.kind}`)}</Text>
            {notice.lines.map((line) => (
              <Text key={line} className="sent-notice__line">
                {line}
              </Text>
            ))}
            <Text className="meta sent-notice__state">{stateInWords(notice)}</Text>
          </View>
        ))}
      </View>
      <More
        id="notices-more"
        text={say('notices.more')}
        hasMore={data.nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}

/** `11月24日 10:05 · 没有发送：允许的次数已用完` */
function stateInWords({ state, reason, at }: SentNotice): string {
  const when = momentInWords(at);
  if (state === 'PLANNED') return `${when} · ${say('notices.state.waiting')}`;
  const what = say(`notices.state.${state}`);
  if (state === 'SENT' || state === 'UNKNOWN') return `${when} · ${what}`;
  return `${when} · ${what}：${reasonInWords(reason)}`;
}

function reasonInWords(reason: string | null): string {
  if (reason?.startsWith('wechat.') === true) return say('notices.reason.refused');
  const code = `notices.reason.${reason?.split('.')[1] ?? ''}`;
  return say(isMemberMessage(code) ? code : 'notices.reason.other');
}
