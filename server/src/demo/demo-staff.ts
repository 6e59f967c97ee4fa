import type { Role } from '@siyu/shared/contracts/identity.limits';

export const demoBranches = [
  { path: '/gz/tianhe/', name: '广州天河营业部' },
  { path: '/sh/pudong/', name: '上海浦东营业部' },
  { path: '/cd/gaoxin/', name: '成都高新营业部' },
] as const;

interface DemoStaff {
  readonly loginName: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly scopeKind: 'firm' | 'branch' | 'book';
  /** Index in `demoBranches`; null for head office. */
  readonly branch: number | null;
  /** Invented; real ones are looked up at the securities association. */
  readonly registrationNo: string | null;
}

export const demoStaff: readonly DemoStaff[] = [
  {
    loginName: 'operator',
    name: '唐晓芸',
    roles: ['operator'],
    scopeKind: 'firm',
    branch: null,
    registrationNo: null,
  },
  {
    loginName: 'compliance',
    name: '梁正',
    roles: ['compliance'],
    scopeKind: 'firm',
    branch: null,
    registrationNo: null,
  },
  {
    loginName: 'analyst',
    name: '苏见微',
    roles: ['analyst'],
    scopeKind: 'firm',
    branch: null,
    registrationNo: null,
  },
  {
    loginName: 'adviser1',
    name: '沈知行',
    roles: ['adviser'],
    scopeKind: 'book',
    branch: 0,
    registrationNo: 'S0000000000001',
  },
  {
    loginName: 'adviser2',
    name: '顾雅文',
    roles: ['adviser'],
    scopeKind: 'book',
    branch: 1,
    registrationNo: 'S0000000000002',
  },
  {
    loginName: 'adviser3',
    name: '程亦舟',
    roles: ['adviser'],
    scopeKind: 'book',
    branch: 2,
    registrationNo: 'S0000000000003',
  },
  {
    loginName: 'head1',
    name: '罗启明',
    roles: ['branchHead'],
    scopeKind: 'branch',
    branch: 0,
    registrationNo: null,
  },
  {
    loginName: 'head2',
    name: '冯静姝',
    roles: ['branchHead'],
    scopeKind: 'branch',
    branch: 1,
    registrationNo: null,
  },
  {
    loginName: 'head3',
    name: '邓怀远',
    roles: ['branchHead'],
    scopeKind: 'branch',
    branch: 2,
    registrationNo: null,
  },
];

/** The adviser who looks after members of a branch. */
export const adviserOfBranch = (branch: number): string => `adviser${branch + 1}`;
