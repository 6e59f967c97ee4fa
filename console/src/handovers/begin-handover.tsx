import { HANDOVER_REASON_MIN } from '@siyu/shared/contracts/handovers.limits';
import { handoversRoutes } from '@siyu/shared/contracts/handovers.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { handoverPeopleQuery, refreshHandovers } from './handover-queries.ts';
import { belongingsSaid, personSaid } from './handover-words.ts';

/** Who leaves and who takes over: one act closes the account and hands over all that was theirs. */
export function BeginHandover() {
  const [leaverId, setLeaver] = useState<string | null>(null);
  const [successorId, setSuccessor] = useState<string | null>(null);
  const [fromId, toId] = [useId(), useId()];
  const people = useQuery(handoverPeopleQuery);
  const begin = useMutation({
    mutationFn: ({ reason, key }: { readonly reason: string; readonly key: string }) =>
      callOnce(
        handoversRoutes.handOver,
        { body: { leaverId: leaverId ?? '', successorId: successorId ?? '', reason } },
        key,
      ),
    onSuccess: () => {
      setLeaver(null);
      setSuccessor(null);
      void refreshHandovers();
    },
  });
  if (people.data === undefined)
    return people.error ? (
      <FailureState error={people.error} onRetry={() => void people.refetch()} />
    ) : (
      <ListSkeleton rows={3} />
    );
  const all = people.data.people;
  const leaver = all.find(({ staffId }) => staffId === leaverId);
  const successors = all.filter((one) => one.maySucceed && one.staffId !== leaverId);
  const successor = successors.find(({ staffId }) => staffId === successorId);
  const isWithoutWecom = leaver?.hasWecom === true && successor?.hasWecom === false;
  return (
    <section className="card" aria-label="交接">
      <h2>谁离开，谁接手</h2>
      <div className="field">
        <label htmlFor={fromId}>离开的同事</label>
        <Select
          id={fromId}
          showSearch={{ optionFilterProp: 'label' }}
          value={leaverId}
          placeholder="选一位同事"
          notFoundContent="您的管理范围里没有服务客户的同事"
          options={all.map((one) => ({ value: one.staffId, label: personSaid(one) }))}
          onChange={setLeaver}
        />
      </div>
      <div className="field">
        <label htmlFor={toId}>接手的投资顾问</label>
        <Select
          id={toId}
          showSearch={{ optionFilterProp: 'label' }}
          value={successor?.staffId ?? null}
          placeholder="选一位登记有效的投资顾问"
          notFoundContent="您的管理范围里没有登记有效的投资顾问"
          options={successors.map(({ staffId, name, registrationNo }) => {
            return { value: staffId, label: `${name} · 登记编号 ${registrationNo ?? ''}` };
          })}
          onChange={setSuccessor}
        />
      </div>
      {isWithoutWecom && (
        <div className="notice notice-warning">
          {leaver.name}有企业微信客户，{successor.name}还没有关联企业微信账号。请先请管理员关联。
        </div>
      )}
      {leaver !== undefined && successor !== undefined && !isWithoutWecom && (
        <AskReason
          act="交接"
          isPrimary
          title={`把${leaver.name}的客户、群和渠道码交给${successor.name}`}
          label={`原因（至少 ${HANDOVER_REASON_MIN} 个字）`}
          isPending={begin.isPending}
          error={begin.error}
          onReason={(reason) => begin.mutate({ reason, key: newRequestKey() })}
        >
          <p>
            {leaver.name}的账号马上停用，各处的登录立即失效，没有发出的推送都会撤回。{belongingsSaid(leaver)}
            转到{successor.name}名下，企业微信里的客户和群也一并转接。这件事会留痕，不能一键退回。
          </p>
        </AskReason>
      )}
    </section>
  );
}
