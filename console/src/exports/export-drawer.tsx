import type { ExportRow } from '@siyu/shared/contracts/exports';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import { errorSentence, exportKindNames } from '@siyu/shared/messages';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { ProgressBar } from '../list/progress-bar.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { ExportFacts } from './export-facts.tsx';
import { isOpen, isWriting, percentWritten } from './export-progress.ts';
import { exportQuery } from './export-queries.ts';
import { ExportStateChip } from './export-state-chip.tsx';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['exports'] });

export function ExportDrawer({ exportId, onClose }: { exportId: string | null; onClose: () => void }) {
  const found = useQuery({ ...exportQuery(exportId ?? ''), enabled: exportId !== null });
  return (
    <RowDrawer
      isOpen={exportId !== null}
      onClose={onClose}
      width={560}
      title={found.data ? `导出${exportKindNames[found.data.kind]}` : '导出'}
    >
      {found.data ? (
        <>
          <FailureNotice error={found.error} />
          <Opened row={found.data} />
        </>
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function Opened({ row }: { row: ExportRow }) {
  const { exportId } = row;
  const download = useMutation({
    mutationFn: () => call(exportsRoutes.linkExport, { params: { exportId } }),
    // An attachment: the page stays.
    onSuccess: ({ url }) => window.location.assign(url),
    onSettled: refresh,
  });
  const cancel = useMutation({
    mutationFn: () => call(exportsRoutes.cancelExport, { params: { exportId } }),
    onSettled: refresh,
  });
  return (
    <>
      <ExportStateChip state={row.state} />
      <p className="say" role="status">
        {sentenceOf(row)}
      </p>
      {isWriting(row) && <ProgressBar percent={percentWritten(row)} label="导出进度" />}
      <div className="actions">
        {row.state === 'DONE' && (
          <Button type="primary" loading={download.isPending} onClick={() => download.mutate()}>
            下载文件
          </Button>
        )}
        {isOpen(row) && (
          <Button danger loading={cancel.isPending} onClick={() => cancel.mutate()}>
            取消申请
          </Button>
        )}
        <FailureNotice error={download.error ?? cancel.error} />
      </div>
      {row.state === 'DONE' && (
        <p className="note">下载链接五分钟内有效，每次下载都会留痕；请妥善保管，用完删除。</p>
      )}
      <h2>这次导出</h2>
      <ExportFacts row={row} />
    </>
  );
}

function sentenceOf(row: ExportRow): string {
  switch (row.state) {
    case 'IN_REVIEW':
      return '已提交，等待合规同事复核。通过后自动生成文件。';
    case 'QUEUED':
      return '复核已通过，文件即将生成。';
    case 'RUNNING':
      return `已写入 ${formatCount(row.rowsDone)} 行。`;
    case 'DONE':
      return `共 ${formatCount(row.rowsDone)} 行，已下载 ${formatCount(row.downloads)} 次，保留到 ${formatInstant(row.expiresAt ?? row.requestedAt)}。`;
    case 'REFUSED':
      return '复核没有通过，意见写在审核记录里，可以调整后重新申请。';
    case 'CANCELLED':
      return '已取消，没有生成文件。';
    case 'FAILED':
      return errorSentence(row.failureCode ?? '', { max: formatCount(row.rowsExpected) });
    case 'PURGED':
      return '保留期已过，文件已删除。需要时请重新申请。';
  }
}
