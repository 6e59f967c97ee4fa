import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ownersQuery } from './channel-queries.ts';

interface OwnerFieldProps {
  readonly owner: 'BRANCH' | 'EMPLOYEE';
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Which branch or which employee; people are found by name, since a firm has thousands. */
export function OwnerField({ owner, value, onChange }: OwnerFieldProps) {
  const [search, setSearch] = useState('');
  const owners = useQuery(ownersQuery(owner === 'EMPLOYEE' ? search : ''));
  const label = owner === 'BRANCH' ? '哪家营业部' : '哪位员工';
  const options =
    owner === 'BRANCH'
      ? owners.data?.branches.map(({ branchId, name }) => ({ value: branchId, label: name }))
      : owners.data?.staff.map(({ staffId, name, branchName }) => ({
          value: staffId,
          label: `${name} · ${branchName ?? '总部'}`,
        }));
  return (
    <div>
      <label htmlFor="channel-owner-id">{label}</label>
      <Select
        id="channel-owner-id"
        className="full"
        showSearch={
          owner === 'EMPLOYEE' ? { filterOption: false, onSearch: setSearch } : { optionFilterProp: 'label' }
        }
        loading={owners.isPending}
        value={value}
        placeholder="请选择"
        options={options ?? []}
        onChange={(id) => onChange(id ?? null)}
      />
      <FailureNotice error={owners.error} />
    </div>
  );
}
