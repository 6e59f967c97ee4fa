import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshFakeReports } from './fake-report-queries.ts';

/** What was done about a report; it cannot be done twice. */
export function HandleFakeReport({ reportId }: { reportId: string }) {
  const handle = useMutation({
    mutationFn: (note: string) =>
      call(verificationRoutes.handleFakeReport, { params: { reportId }, body: { note } }),
    onSettled: refreshFakeReports,
  });
  return (
    <AskReason
      act="处理完成"
      title="这条举报怎么处理的"
      label="处理经过（记入留痕）"
      isPrimary
      isPending={handle.isPending}
      error={handle.error}
      onReason={(note) => handle.mutate(note)}
    >
      <p>例如：已报警、已向平台投诉下架、已提醒相关客户。举报人没有留下身份，不能回复。</p>
    </AskReason>
  );
}
