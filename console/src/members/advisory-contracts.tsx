import type { AdvisoryContract } from '@siyu/shared/contracts/advisory';
import { CONTRACT_NO_MAX, CONTRACT_NO_PATTERN } from '@siyu/shared/contracts/advisory.limits';
import { advisoryRoutes } from '@siyu/shared/contracts/advisory.routes';
import { advisoryStateNames } from '@siyu/shared/messages';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { EndContract } from './end-contract.tsx';

/** Not asked for again by itself: every look is on record. */
const contractsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'advisory', memberId],
    queryFn: ({ signal }) => call(advisoryRoutes.listContracts, { params: { memberId } }, signal),
    refetchOnWindowFocus: false,
  });
const refresh = (memberId: string) =>
  queryClient.invalidateQueries({ queryKey: ['members', 'advisory', memberId] });

/** Contracts under which the member is given advice, and the keeping of them. */
export function AdvisoryContracts({ memberId }: { memberId: string }) {
  const { roles } = useStaff();
  const canKeep = roles.includes('branchHead') || roles.includes('compliance');
  const list = useQuery(contractsQuery(memberId));
  if (list.error) return <FailureState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <ListSkeleton rows={2} />;
  const { contracts } = list.data;
  return (
    <>
      {contracts.length === 0 ? (
        <p className="note">没有登记投顾合约，投资建议不会给这位客户。</p>
      ) : (
        <ul className="placements">
          {contracts.map((contract) => (
            <li key={contract.contractId}>
              <Contract contract={contract} />
              {canKeep && contract.state !== 'ENDED' && (
                <EndContract contract={contract} onEnded={() => void refresh(memberId)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {canKeep && <EnterContract memberId={memberId} />}
    </>
  );
}

function Contract({ contract }: { contract: AdvisoryContract }) {
  const { contractNo, validFrom, validUntil, state, endedAt, endReason } = contract;
  return (
    <>
      <div>
        {contractNo}{' '}
        <span className={`chip ${state === 'ACTIVE' ? 'chip-success' : 'chip-quiet'}`}>
          {advisoryStateNames[state]}
        </span>
      </div>
      <div className="note">
        {formatCivilDay(validFrom)}至{formatCivilDay(validUntil)}
        {endedAt !== null && `，${formatInstant(endedAt)} 终止：${endReason ?? ''}`}
      </div>
    </>
  );
}

const NOTHING = { contractNo: '', validFrom: '', validUntil: '' };

function EnterContract({ memberId }: { memberId: string }) {
  const id = useId();
  const [draft, setDraft] = useState(NOTHING);
  const body = { ...draft, contractNo: draft.contractNo.trim() };
  const isNumberFit = CONTRACT_NO_PATTERN.test(body.contractNo);
  const areDaysFit = draft.validFrom !== '' && draft.validUntil !== '' && draft.validFrom <= draft.validUntil;
  const enter = useMutation({
    mutationFn: () => call(advisoryRoutes.enterContract, { params: { memberId }, body }),
    onSuccess: async () => {
      await refresh(memberId);
      setDraft(NOTHING);
    },
  });
  const day = (name: 'validFrom' | 'validUntil', label: string) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        type="date"
        value={draft[name]}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
    </div>
  );
  return (
    <div className="own-form">
      <div>
        <label htmlFor={`${id}-no`}>合约编号</label>
        <Input
          id={`${id}-no`}
          autoComplete="off"
          maxLength={CONTRACT_NO_MAX}
          value={draft.contractNo}
          onChange={(event) => setDraft({ ...draft, contractNo: event.target.value })}
        />
        {draft.contractNo !== '' && !isNumberFit && (
          <p className="note">编号用字母、数字和横线，4 到 {CONTRACT_NO_MAX} 位。</p>
        )}
      </div>
      {day('validFrom', '第一天')}
      {day('validUntil', '最后一天')}
      <Button disabled={!isNumberFit || !areDaysFit} loading={enter.isPending} onClick={() => enter.mutate()}>
        登记合约
      </Button>
      <FailureNotice error={enter.error} />
    </div>
  );
}
