import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { configurationPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { configurationAddress } from './configuration-address.ts';
import { configKeyColumns } from './config-columns.tsx';
import { configKeysQuery } from './config-queries.ts';

export default function ConfigurationsPage() {
  const navigate = useNavigate();
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(configKeysQuery);
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={configurationPage.stage}
        title={configurationPage.title}
        chips={total !== undefined && <span className="chip">共 {formatCount(total)} 项</span>}
      />
      <p className="note">
        每一项都按版本保存：修改由一位同事提交、另一位合规同事复核，通过后从指定时间起生效，旧的版本一直可以查到。
      </p>
      <RowList
        list={list}
        rowId={(row) => row.key}
        columns={configKeyColumns}
        searchRef={searchRef}
        onOpen={(row) => void navigate(configurationAddress(row.key, null))}
        openId={null}
        empty="系统里还没有可以修改的配置。"
      />
    </>
  );
}
