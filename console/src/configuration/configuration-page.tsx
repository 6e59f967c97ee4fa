import { configurationNames } from '@siyu/shared/messages';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { configurationPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { configurationAddress } from './configuration-address.ts';
import { configVersionColumns } from './config-columns.tsx';
import { configVersionQuery, configVersionsQuery } from './config-queries.ts';
import { ConfigValue } from './config-value.tsx';
import { configName } from './config-words.ts';
import { ProposeConfig } from './propose-config.tsx';
import { VersionDrawer } from './version-drawer.tsx';

/** One configuration: what is in force, how it came to be, and a change for a second person to decide on. */
export default function ConfigurationPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const key = params.get('key') ?? '';
  const [isProposing, setIsProposing] = useState(false);
  const searchRef = useRef<InputRef>(null);
  const { roles } = useStaff();
  const versions = useInfiniteQuery(configVersionsQuery(key));
  // Any version's detail carries the one in force.
  const newest = versions.data?.pages[0]?.rows[0]?.configVersionId ?? '';
  const detail = useQuery({ ...configVersionQuery(newest), enabled: newest !== '' });
  const inForce = detail.data?.inForce;
  const open = params.get('version');
  const show = (id: string | null) => void navigate(configurationAddress(key, id), { replace: true });
  return (
    <>
      <PageHeader
        crumb={<Link to={configurationPage.path}>{configurationPage.title}</Link>}
        title={configName(key)}
        chips={inForce && <span className="chip">生效中：第 {inForce.version} 版</span>}
        actions={
          inForce &&
          (roles.includes('operator') || roles.includes('systemAdmin')) && (
            <Button type="primary" onClick={() => setIsProposing(true)}>
              提出修改
            </Button>
          )
        }
      />
      <p className="note">{configurationNames[key]?.what}</p>
      {versions.error === null && (
        <section className="card config-present" aria-label="现在的内容">
          <h2>现在的内容</h2>
          {inForce ? (
            <ConfigValue value={inForce.value} />
          ) : detail.error ? (
            <FailureState error={detail.error} onRetry={() => void detail.refetch()} />
          ) : (
            <ListSkeleton rows={4} />
          )}
        </section>
      )}
      <h2 className="config-history">历史版本</h2>
      <RowList
        list={versions}
        rowId={(row) => row.configVersionId}
        columns={configVersionColumns}
        searchRef={searchRef}
        onOpen={(row) => show(row.configVersionId)}
        openId={open}
        empty="还没有任何版本。"
      />
      <VersionDrawer configVersionId={open} onClose={() => show(null)} />
      {inForce && (
        <ProposeConfig
          key={`${key} ${inForce.version}`}
          configKey={key}
          inForce={inForce}
          isOpen={isProposing}
          onClose={() => setIsProposing(false)}
          onProposed={(row) => {
            setIsProposing(false);
            show(row.configVersionId);
          }}
        />
      )}
    </>
  );
}
