import type { ConfigVersionDetail } from '@siyu/shared/contracts/configuration';
import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { Facts } from '../list/facts.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { ConfigDifferences } from './config-differences.tsx';
import { configVersionQuery } from './config-queries.ts';
import { ConfigStateChip } from './config-state-chip.tsx';
import { ConfigValue } from './config-value.tsx';
import { configName } from './config-words.ts';

interface VersionDrawerProps {
  readonly configVersionId: string | null;
  readonly onClose: () => void;
}

export function VersionDrawer({ configVersionId, onClose }: VersionDrawerProps) {
  const version = useQuery({
    ...configVersionQuery(configVersionId ?? ''),
    enabled: configVersionId !== null,
  });
  const { data, error } = version;
  return (
    <RowDrawer
      isOpen={configVersionId !== null}
      onClose={onClose}
      width={640}
      title={data ? `${configName(data.row.key)} · 第 ${data.row.version} 版` : '版本'}
    >
      {data && <Version detail={data} />}
      {!data && error && <FailureState error={error} onRetry={() => void version.refetch()} />}
      {!data && !error && <ListSkeleton rows={5} />}
    </RowDrawer>
  );
}

function Version({ detail: { row, value, inForce } }: { detail: ConfigVersionDetail }) {
  const { staffId } = useStaff();
  const withdraw = useMutation({
    mutationFn: () =>
      call(configurationRoutes.withdrawVersion, { params: { configVersionId: row.configVersionId } }),
    onSettled: () =>
      Promise.all(
        ['configuration', 'reviews'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
      ),
  });
  const isOver = row.state === 'REJECTED' || row.state === 'WITHDRAWN';
  return (
    <>
      <Facts
        facts={[
          ['状态', <ConfigStateChip row={row} />],
          ['生效时间', isOver ? '未生效' : formatInstant(row.validFrom)],
          ['提交', `${row.authorName ?? '软件自带'} · ${formatInstant(row.createdAt)}`],
          ['复核人', row.reviewerName ?? '—'],
          ['内容指纹', row.sha256.slice(0, 12)],
        ]}
      />
      {!row.isInForce && <ConfigDifferences before={inForce.value} after={value} version={inForce.version} />}
      <h3>这一版的内容</h3>
      <ConfigValue value={value} />
      {row.state === 'IN_REVIEW' && row.authorId === staffId && (
        <div className="actions">
          <Button danger loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            撤回
          </Button>
          <FailureNotice error={withdraw.error} />
        </div>
      )}
    </>
  );
}
