import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { PointsPostingRow, PointsStatement } from '@siyu/shared/contracts/points';
import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { call } from '../../api/call';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useStore } from '../../phone/store';
import { goToSchool } from '../../reading/open-lesson';
import { type PagedList, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import './index.scss';

const list: PagedList<PointsStatement> = {
  pageSize: 20,
  load: (query) => call(pointsRoutes.listPostings, { query }),
  countOf: ({ rows }) => rows.length,
  join(before, next) {
    const known = new Set(before.rows.map(({ postingNo }) => postingNo));
    return { ...next, rows: [...before.rows, ...next.rows.filter((row) => !known.has(row.postingNo))] };
  },
};

/** Every movement of one's points: what, why, when, and what there was after it. */
export default function StatementPage() {
  const { phase } = useStore(session);
  const pages = usePages('points.statement', list, phase === 'entered');
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  const { data, problem, reload } = pages;
  return (
    <Screen name="statement">
      {data === null ? (
        problem === null ? (
          <Skeleton />
        ) : (
          <Failure sentence={problem} onRetry={() => void reload()} />
        )
      ) : data.rows.length === 0 ? (
        <Blank
          title={say('points.statement.empty')}
          hint={say('points.statement.empty.hint')}
          action={{ id: 'statement-to-school', text: say('notebook.to_school'), onTap: goToSchool }}
        />
      ) : (
        <>
          <View id="statement" className="card card--rows">
            {data.rows.map((row) => (
              <Line key={row.postingNo} row={row} />
            ))}
          </View>
          <More
            id="statement-more"
            text={say('notebook.more')}
            hasMore={data.nextCursor !== null}
            isLoadingMore={pages.isLoadingMore}
            moreProblem={pages.moreProblem}
            onMore={() => void pages.loadMore()}
          />
        </>
      )}
    </Screen>
  );
}

function Line({ row }: { readonly row: PointsPostingRow }) {
  const { kind, change, moved, what, why, availableAfter, pendingAfter, at } = row;
  const sign = change > 0 ? '+' : '';
  return (
    <View className="posting">
      <View className="posting__head">
        <Text className="posting__what">{what ?? say(`points.${kind}`)}</Text>
        <Text className={change > 0 ? 'posting__change posting__change--more' : 'posting__change'}>
          {kind === 'RELEASED' ? String(moved) : `${sign}${change}`}
        </Text>
      </View>
      {what === null || kind === 'EARNED' ? null : <Text className="meta">{say(`points.${kind}`)}</Text>}
      {why === null ? null : <Text className="posting__why">{why}</Text>}
      <Text className="meta">
        {momentInWords(at)} · {say('points.after', { count: availableAfter })}
        {pendingAfter > 0 ? say('points.after.pending', { count: pendingAfter }) : ''}
      </Text>
    </View>
  );
}
