import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { Book, BookQuery, BookRow } from '@siyu/shared/contracts/adviser';
import { adviserRoutes } from '@siyu/shared/contracts/adviser.routes';
import { investorStandingNames, investorLevelNames, stageNames } from '@siyu/shared/messages';
import { call } from '../../api/call';
import { Chip } from '../../components/chip';
import { More } from '../../components/more';
import { Blank, Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { type PagedList, usePages } from '../../reading/use-pages';
import { dayInWords, momentInWords } from '../../words/dates';
import { tell } from '../tell';

type Filter = Pick<BookQuery, 'stage' | 'search'>;

const listOf = (filter: Filter): PagedList<Book> => ({
  load: (query) => call(adviserRoutes.listBook, { query: { ...query, ...filter } }),
  countOf: ({ rows }) => rows.length,
  join(before, next) {
    const known = new Set(before.rows.map(({ memberId }) => memberId));
    return { ...next, rows: [...before.rows, ...next.rows.filter(({ memberId }) => !known.has(memberId))] };
  },
});

/** The members of the own book that are looked for; nothing of them stays on the phone. */
export function BookList({ filter }: { readonly filter: Filter }) {
  const [list] = useState(() => listOf(filter));
  const pages = usePages(null, list, true);
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  const { data, problem, reload } = pages;
  if (data === null)
    return problem === null ? <Skeleton /> : <Failure sentence={problem} onRetry={() => void reload()} />;
  if (data.rows.length === 0) return <Blank title={tell('book.empty')} hint={tell('book.empty.hint')} />;
  return (
    <>
      <Text id="book-total" className="meta advise__note">
        {tell('book.total', { count: data.total })}
      </Text>
      {data.rows.map((row) => (
        <BookCard key={row.memberId} row={row} />
      ))}
      <More
        id="book-more"
        text={tell('book.more')}
        hasMore={data.nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}

function BookCard({ row }: { readonly row: BookRow }) {
  const { memberId, displayName, stage, isAdvised, lastActiveAt } = row;
  return (
    <Tap
      id={`advised-${memberId}`}
      className="card"
      onTap={() => void Taro.navigateTo({ url: `/adviser/member/index?memberId=${memberId}` })}
    >
      <Text className="advise__name">{displayName}</Text>
      <View className="advise__chips">
        {stage === null ? null : <Chip text={stageNames[stage]} />}
        <Chip tone={row.standing === 'VALID' ? 'success' : 'gold'} text={assessedInWords(row)} />
        {isAdvised ? <Chip text={tell('book.advised')} /> : null}
      </View>
      <Text className="meta">
        {lastActiveAt === null
          ? tell('book.inactive')
          : tell('book.active', { at: momentInWords(lastActiveAt) })}
      </Text>
    </Tap>
  );
}

function assessedInWords({ standing, level, validUntil }: BookRow): string {
  if (standing === null) return tell('book.withheld');
  if (standing !== 'VALID' || level === null || validUntil === null) return investorStandingNames[standing];
  return tell('book.level', { level: investorLevelNames[level], date: dayInWords(validUntil) });
}
