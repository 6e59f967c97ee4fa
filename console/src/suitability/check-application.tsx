import type { ApplicationDetail } from '@siyu/shared/contracts/professional';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { refreshInvestorCare, takeApplication } from './suitability-queries.ts';

/** The first of two people: sufficient, and somebody else decides; or not, and the client is told why. */
export function CheckApplication({ application }: { application: ApplicationDetail }) {
  const { applicationId, sha256 } = application;
  const check = useMutation({
    mutationFn: (refusal: string | null) =>
      call(professionalRoutes.checkApplication, { params: { applicationId }, body: { sha256, refusal } }),
    onSuccess: takeApplication,
    onError: () => void refreshInvestorCare(),
  });
  const isRefusing = typeof check.variables === 'string';
  return (
    <div className="row-acts">
      <p className="note">
        请逐张对照材料：资产或收入、投资年限、是否本人。材料充分后由合规同事在「审核」里作决定，两人不能是同一人。
      </p>
      <div className="actions">
        <Button
          type="primary"
          loading={check.isPending && !isRefusing}
          disabled={check.isPending}
          onClick={() => check.mutate(null)}
        >
          材料充分，提交复核
        </Button>
        <AskReason
          act="不同意"
          title="不同意这份申请"
          label="原因（客户看得到）"
          isPending={check.isPending && isRefusing}
          error={isRefusing ? check.error : null}
          onReason={(reason) => check.mutate(reason)}
        >
          <p className="note">客户仍是普通投资者，看到原因后可以补材料再申请。</p>
        </AskReason>
      </div>
      <FailureNotice error={isRefusing ? null : check.error} />
    </div>
  );
}
