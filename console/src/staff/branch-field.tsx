import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { FailureNotice } from '../list/failure-notice.tsx';
import { branchesQuery } from './staff-queries.ts';

interface BranchFieldProps {
  readonly value: string | null;
  readonly onChange: (branchId: string | null) => void;
}

/** Where somebody works; head office is no branch. */
export function BranchField({ value, onChange }: BranchFieldProps) {
  const branches = useQuery(branchesQuery);
  return (
    <div>
      <label htmlFor="staff-branch">营业部</label>
      <Select
        id="staff-branch"
        aria-label="营业部"
        className="full"
        loading={branches.isPending}
        value={value ?? ''}
        options={[
          { value: '', label: '总部' },
          ...(branches.data?.branches ?? []).map(({ branchId, name }) => ({ value: branchId, label: name })),
        ]}
        onChange={(branchId) => onChange(branchId === '' ? null : branchId)}
      />
      <FailureNotice error={branches.error} />
    </div>
  );
}
