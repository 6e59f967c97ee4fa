import type { ImportRow } from '@siyu/shared/contracts/imports';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { importKindNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { formatBytes, formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { CancelImport } from './cancel-import.tsx';
import { importOutcome, waitingFor } from './import-outcome.ts';
import { isUnderway, percentDone } from './import-progress.ts';
import { importQuery } from './import-queries.ts';
import { ImportStateChip } from './import-state-chip.tsx';
import { ProgressBar } from '../list/progress-bar.tsx';
import { reasonSentence } from './reason-sentence.ts';

export function ImportDrawer({ importId, onClose }: { importId: string | null; onClose: () => void }) {
  const found = useQuery({ ...importQuery(importId ?? ''), enabled: importId !== null });
  return (
    <RowDrawer
      isOpen={importId !== null}
      onClose={onClose}
      width={560}
      title={found.data?.fileName ?? '数据导入'}
    >
      {found.data ? (
        <>
          {/* The figures below stand as they were when they could last be read. */}
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

function Opened({ row }: { row: ImportRow }) {
  return (
    <>
      <ImportStateChip row={row} />
      <p className="say" role="status">
        {importOutcome(row)}
      </p>
      {isUnderway(row) && <ProgressBar percent={percentDone(row)} label="导入进度" />}
      <LineFigures row={row} />
      <div className="actions">
        {row.hasRejects && (
          <Button
            type="primary"
            href={routeUrl(importsRoutes.openRejects, { params: { importId: row.importId } })}
            download
          >
            下载退回明细
          </Button>
        )}
        {isUnderway(row) && !row.isCancelWanted && (
          <CancelImport importId={row.importId} fileName={row.fileName} />
        )}
      </div>
      {row.hasRejects && <p className="note">退回明细含客户或员工资料，下载会留痕；请妥善保管，用完删除。</p>}
      {isUnderway(row) && row.rejected > 0 && <p className="note">退回明细在导入结束后可以下载。</p>}
      {row.reasons.length > 0 && <Reasons reasons={row.reasons} />}
      <h2>这份文件</h2>
      <Facts
        facts={[
          ['类型', importKindNames[row.kind]],
          ['大小', formatBytes(row.bytesTotal)],
          [
            '已读到',
            row.linesDone <= 1 ? nothingRead(row) : `第 ${formatCount(row.linesDone)} 行（第 1 行是表头）`,
          ],
          ['提交人', row.requestedByName],
          ['提交时间', formatInstant(row.requestedAt)],
          ['开始时间', row.startedAt === null ? '—' : formatInstant(row.startedAt)],
          ['结束时间', row.finishedAt === null ? '—' : formatInstant(row.finishedAt)],
        ]}
      />
    </>
  );
}

const nothingRead = (row: ImportRow): string => (isUnderway(row) ? '还没有开始' : '没有读入任何行');

/** Lines that were read: each is one of the three. */
function LineFigures({ row }: { row: ImportRow }) {
  const { kind, recorded, waiting, duplicates, rejected } = row;
  return (
    <dl className="line-figures">
      <div>
        <dt>导入</dt>
        <dd>{formatCount(recorded)}</dd>
        <dd className="note">
          {waiting === 0 ? '新写入的行' : `其中 ${formatCount(waiting)} 行${waitingFor(kind)}`}
        </dd>
      </div>
      <div>
        <dt>重复</dt>
        <dd>{formatCount(duplicates)}</dd>
        <dd className="note">此前已导入，不再计入</dd>
      </div>
      <div>
        <dt>退回</dt>
        <dd>{formatCount(rejected)}</dd>
        <dd className="note">没有导入，需要更正</dd>
      </div>
    </dl>
  );
}

function Reasons({ reasons }: Pick<ImportRow, 'reasons'>) {
  return (
    <>
      <h2>退回原因</h2>
      <ul className="import-reasons">
        {reasons.map(({ code, count }) => (
          <li key={code}>
            <span>{reasonSentence(code)}</span>
            <span className="figure">{formatCount(count)} 行</span>
          </li>
        ))}
      </ul>
    </>
  );
}
