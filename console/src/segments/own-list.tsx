import { DEFINITION_STATES } from '@siyu/shared/contracts/segment-definitions.limits';
import { MOVEMENT_DAYS } from '@siyu/shared/contracts/segments.limits';
import { definitionStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { ListTotal } from '../list/list-total.tsx';
import { RowList } from '../list/row-list.tsx';
import { SearchField } from '../list/search-field.tsx';
import { definitionListQuery } from './definition-queries.ts';
import { OwnDrawer } from './own-drawer.tsx';
import { ownColumns } from './own-columns.tsx';
import { newSegmentPath } from './segment-address.ts';
import { ALL_OWN, SEARCH_MAX, type OwnSegmentsView, type SegmentView } from './segment-filters.ts';
import { useMayDraw } from './who-may.ts';

interface OwnListProps {
  readonly view: OwnSegmentsView;
  readonly show: (next: SegmentView) => void;
  readonly onSearch: (words: string) => void;
}

/** Segments that somebody drew, the last changed first. */
export function OwnList({ view, show, onSearch }: OwnListProps) {
  const searchRef = useRef<InputRef>(null);
  const navigate = useNavigate();
  const mayDraw = useMayDraw();
  const { state, search, open } = view;
  const list = useInfiniteQuery(definitionListQuery(view));
  const page = list.data?.pages[0];
  const isFiltered = state !== null || search !== '';
  return (
    <>
      <p className="note">
        由同事用规则画出，启用后随客户的变化自动进出；只随日子推移的进出在每天夜里更新。只计算同意个性化服务的客户。
      </p>
      <div className="filter-bar" role="search">
        <SearchField
          fieldRef={searchRef}
          placeholder="按名称搜索"
          maxLength={SEARCH_MAX}
          value={search}
          onSearch={onSearch}
        />
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          value={state}
          options={DEFINITION_STATES.map((value) => ({ value, label: definitionStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        {isFiltered && (
          <Button type="text" onClick={() => show(ALL_OWN)}>
            清除筛选
          </Button>
        )}
        <span className="spring" />
        <ListTotal total={page?.total} unit="个客群" at={list.dataUpdatedAt} />
        {mayDraw && (
          <Button type="primary" onClick={() => void navigate(newSegmentPath)}>
            新建客群
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.segmentId}
        columns={ownColumns(page?.days ?? MOVEMENT_DAYS)}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.segmentId })}
        openId={open}
        empty={
          isFiltered
            ? '没有符合这些条件的客群，放宽一个条件试试。'
            : `还没有自定义的客群。${mayDraw ? '从新建一个开始。' : '运营同事新建之后会出现在这里。'}`
        }
      />
      <OwnDrawer segmentId={open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
