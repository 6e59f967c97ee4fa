import type { CandidateQuery } from '@siyu/shared/contracts/care-desk';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

interface CandidateFieldProps {
  readonly of: CandidateQuery['of'];
  readonly subjectId: string;
  readonly value: string | null;
  readonly onChange: (staffId: string | null) => void;
}

/** To whom it is given, found by name; who looks after the client is not among them. */
export function CandidateField({ of, subjectId, value, onChange }: CandidateFieldProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const found = useQuery({
    queryKey: ['care', 'candidates', of, subjectId, search],
    queryFn: ({ signal }) =>
      call(careDeskRoutes.listCandidates, { query: { of, id: subjectId, search } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div>
      <label htmlFor={id}>分派给</label>
      <Select
        id={id}
        className="full"
        showSearch={{ filterOption: false, onSearch: setSearch }}
        loading={found.isPending}
        value={value}
        placeholder="按姓名找人"
        notFoundContent="没有可以承办的同事"
        options={(found.data?.staff ?? []).map(({ staffId, name, branchName }) => ({
          value: staffId,
          label: `${name} · ${branchName ?? '总部'}`,
        }))}
        onChange={(staffId) => onChange(staffId ?? null)}
      />
      <FailureNotice error={found.error} />
    </div>
  );
}
