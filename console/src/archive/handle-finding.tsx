import { archiveRoutes } from '@siyu/shared/contracts/archive.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshFindings } from './archive-queries.ts';

/** What was done about words that are said already. */
export function HandleFinding({ findingId }: { findingId: string }) {
  const handle = useMutation({
    mutationFn: (note: string) =>
      call(archiveRoutes.handleFinding, { params: { findingId }, body: { note } }),
    onSettled: refreshFindings,
  });
  return (
    <AskReason
      act="处理完成"
      title="这句话怎么处理的"
      label="处理经过（记入留痕）"
      isPrimary
      isPending={handle.isPending}
      error={handle.error}
      onReason={(note) => handle.mutate(note)}
    >
      <p>例如：已约谈员工、已向客户更正、核实后不构成违规。会话已经发出，这里不会撤回。</p>
    </AskReason>
  );
}
