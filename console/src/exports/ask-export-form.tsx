import {
  EXPORT_COLUMNS,
  EXPORT_KEPT_DAYS,
  EXPORT_REASON_MAX,
  EXPORT_REASON_MIN,
  EXPORT_ROWS_MAX,
  type ExportKindCode,
} from '@siyu/shared/contracts/exports.limits';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import { exportColumnNames, exportFilterWords } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { callOnce } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { newRequestKey } from '../api/request-key.ts';
import { exportsPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

interface AskExportFormProps {
  readonly kind: ExportKindCode;
  readonly query: Readonly<Record<string, string>>;
}

export default function AskExportForm({ kind, query }: AskExportFormProps) {
  const id = useId();
  const navigate = useNavigate();
  const [columns, setColumns] = useState<readonly string[]>(EXPORT_COLUMNS[kind]);
  const [reason, setReason] = useState('');
  // The same asking keeps its key, so that a second press or a lost answer asks for nothing more.
  const [key] = useState(newRequestKey);
  const ask = useMutation({
    mutationFn: () =>
      callOnce(
        exportsRoutes.askExport,
        { body: { kind, query: { ...query }, columns: [...columns], reason: reason.trim() } },
        key,
      ),
    onSuccess: async ({ exportId }) => {
      await queryClient.invalidateQueries({ queryKey: ['exports'] });
      await navigate(`${exportsPage.path}?open=${exportId}`);
    },
  });
  const options = EXPORT_COLUMNS[kind].map((value) => ({
    value,
    label: exportColumnNames[kind][value] ?? value,
  }));
  const isReady = columns.length > 0 && reason.trim().length >= EXPORT_REASON_MIN;
  return (
    <div className="export-form">
      <p className="note">
        按现在的筛选导出（{exportFilterWords(query)}），一次最多 {formatCount(EXPORT_ROWS_MAX)}{' '}
        行。须由合规同事复核；文件每一行带编号和您的姓名，保留 {EXPORT_KEPT_DAYS} 天。
      </p>
      <Checkbox.Group
        className="export-columns"
        options={options}
        value={[...columns]}
        onChange={(chosen) => setColumns(chosen.map(String))}
      />
      <label htmlFor={id}>用途</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={EXPORT_REASON_MAX}
        placeholder="写明用在哪里、给谁看，复核人据此决定"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <FailureNotice error={ask.error} />
      <div className="actions">
        <Button type="primary" loading={ask.isPending} disabled={!isReady} onClick={() => ask.mutate()}>
          提交申请
        </Button>
      </div>
    </div>
  );
}
