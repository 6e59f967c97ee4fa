import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { reviewStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../api/call.ts';
import { reviewsPage } from '../app/pages.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { reviewColumns } from './review-columns.tsx';
import { ReviewDrawer } from './review-drawer.tsx';
import { readReviewChoice, REVIEW_CHOICES } from './review-filters.ts';

export default function ReviewsPage() {
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<ReviewRow | null>(null);
  const searchRef = useRef<InputRef>(null);
  const choice = readReviewChoice(params);
  const list = useInfiniteQuery({
    queryKey: ['reviews', 'list', choice],
    queryFn: ({ pageParam, signal }) =>
      call(
        reviewsRoutes.listReviews,
        {
          query: {
            ...(choice !== 'ALL' && { state: choice }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // Somebody may be waiting for a decision.
    refetchInterval: 30_000,
  });
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={reviewsPage.stage}
        title={reviewsPage.title}
        chips={<ListTotal total={total} unit="份" at={list.dataUpdatedAt} />}
        actions={<SavedViews list="reviews" />}
      />
      <div className="filter-bar">
        <Select
          aria-label="状态"
          className="wide"
          value={choice}
          options={REVIEW_CHOICES.map((value) => ({
            value,
            label: value === 'ALL' ? '全部' : reviewStateNames[value],
          }))}
          onChange={(state) => setParams(state === 'OPEN' ? {} : { state }, { replace: true })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.reviewId}
        columns={reviewColumns}
        searchRef={searchRef}
        onOpen={setOpen}
        openId={open?.reviewId ?? null}
        empty={choice === 'OPEN' ? '没有等待复核的内容。' : '没有这样的复核。'}
      />
      <ReviewDrawer review={open} onClose={() => setOpen(null)} />
    </>
  );
}
