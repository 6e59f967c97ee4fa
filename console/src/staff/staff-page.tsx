import type { OneTimePassword } from '@siyu/shared/contracts/staff';
import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { STAFF_SEARCH_MAX, STAFF_STATES } from '@siyu/shared/contracts/staff.limits';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { roleNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../api/call.ts';
import { staffPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { CreateStaff } from './create-staff.tsx';
import { OneTimePasswordShown } from './one-time-password.tsx';
import { staffColumns } from './staff-columns.tsx';
import { StaffDrawer } from './staff-drawer.tsx';
import { readView, writeView, type StaffView } from './staff-filters.ts';

const stateNames = { ACTIVE: '在用', DISABLED: '已停用' } as const;

export default function StaffPage() {
  const [params, setParams] = useSearchParams();
  const [isCreating, setIsCreating] = useState(false);
  const [made, setMade] = useState<OneTimePassword | null>(null);
  const [hidden, setHidden] = useHiddenColumns('staff', []);
  const searchRef = useRef<InputRef>(null);
  const view = readView(params);
  const { role, state, search, open } = view;
  const list = useInfiniteQuery({
    queryKey: ['staff', 'list', role, state, search],
    queryFn: ({ pageParam, signal }) =>
      call(
        staffRoutes.listStaff,
        {
          query: {
            ...(role !== null && { role }),
            ...(state !== null && { state }),
            ...(search !== '' && { search }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const show = (next: StaffView) => setParams(writeView(next), { replace: true });
  const searchFor = useCallback(
    (words: string) =>
      setParams((before) => writeView({ ...readView(before), search: words }), { replace: true }),
    [setParams],
  );
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={staffPage.stage}
        title={staffPage.title}
        chips={<ListTotal total={total} unit="位" at={list.dataUpdatedAt} />}
        actions={
          useStaff().roles.includes('systemAdmin') && (
            <Button type="primary" onClick={() => setIsCreating(true)}>
              新建账号
            </Button>
          )
        }
      />
      <p className="note">
        系统管理员开通和停用账号，安全管理员申请岗位和范围，合规同事复核后生效；任何人都不能改自己的账号。
      </p>
      <div className="filter-bar" role="search">
        <SearchField
          fieldRef={searchRef}
          placeholder="按姓名或登录名搜索"
          maxLength={STAFF_SEARCH_MAX}
          value={search}
          onSearch={searchFor}
        />
        <Select
          aria-label="岗位"
          placeholder="岗位"
          allowClear
          className="wide"
          value={role}
          options={ROLES.map((value) => ({ value, label: roleNames[value] }))}
          onChange={(value) => show({ ...view, role: value ?? null })}
        />
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          value={state}
          options={STAFF_STATES.map((value) => ({ value, label: stateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        {(role !== null || state !== null || search !== '') && (
          <Button type="text" onClick={() => show({ role: null, state: null, search: '', open: null })}>
            清除筛选
          </Button>
        )}
        <span className="spring" />
        <SavedViews list="staff" />
        <ColumnChooser columns={staffColumns} hidden={hidden} onChange={setHidden} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.staffId}
        columns={staffColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.staffId })}
        openId={open}
        empty="没有符合这些条件的员工，换一个条件试试。"
      />
      <StaffDrawer staffId={open} onClose={() => show({ ...view, open: null })} onReset={setMade} />
      <CreateStaff
        isOpen={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={(created) => {
          setIsCreating(false);
          setMade(created);
        }}
      />
      <OneTimePasswordShown made={made} onClose={() => setMade(null)} />
    </>
  );
}
