import type { FakeReport } from '@siyu/shared/contracts/verification';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { FakeReportChip } from './fake-report-columns.tsx';
import { HandleFakeReport } from './handle-fake-report.tsx';
import { ReportPictures } from './report-pictures.tsx';

interface FakeReportDrawerProps {
  readonly report: FakeReport | null;
  readonly onClose: () => void;
}

/** One report in full, and what was done about it. */
export function FakeReportDrawer({ report, onClose }: FakeReportDrawerProps) {
  return (
    <RowDrawer isOpen={report !== null} onClose={onClose} width={640} title="假冒举报">
      {report && (
        <div key={report.reportId}>
          <FakeReportChip state={report.state} />
          <Facts
            facts={[
              ['核对过的内容', report.checkedText ?? '没有核对'],
              ['发生了什么', report.text === '' ? '没有说明' : report.text],
              ['举报时间', formatInstant(report.reportedAt)],
              ...(report.handledAt === null
                ? []
                : ([
                    ['处理人', report.handlerName ?? '已离任'],
                    ['处理时间', formatInstant(report.handledAt)],
                    ['处理经过', report.note ?? ''],
                  ] as const)),
            ]}
          />
          <ReportPictures report={report} />
          {report.state === 'OPEN' && (
            <div className="actions row-acts">
              <HandleFakeReport reportId={report.reportId} />
            </div>
          )}
        </div>
      )}
    </RowDrawer>
  );
}
