import type { Role } from '@siyu/shared/contracts/identity.limits';

export const demoBranches = [
  { path: '/gz/tianhe/', name: '广州天河营业部' },
  { path: '/sh/pudong/', name: '上海浦东营业部' },
  { path: '/cd/gaoxin/', name: '成都高新营业部' },
  { path: '/bj/chaoyang/', name: '北京朝阳营业部' },
  { path: '/wh/hongshan/', name: '武汉洪山营业部' },
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

const atHeadOffice = (loginName: Role, name: string, registrationNo: string | null = null): DemoStaff => ({
  loginName,
  name,
  roles: [loginName],
  scopeKind: 'firm',
  branch: null,
  registrationNo,
});

/** Names by branch, in the order of their login names. */
const ADVISERS: readonly (readonly [string, number])[] = [
  ['沈知行', 0],
  ['顾雅文', 1],
  ['程亦舟', 2],
  ['柳清源', 0],
  ['江映雪', 1],
  ['邵怀瑾', 3],
  ['任书言', 4],
  ['季明远', 0],
  ['骆安歌', 3],
];
const HEADS = ['罗启明', '冯静姝', '邓怀远', '阮德昭', '秦若谷'] as const;

export const demoStaff: readonly DemoStaff[] = [
  atHeadOffice('operator', '唐晓芸', 'S0000000000021'),
  atHeadOffice('compliance', '梁正'),
  atHeadOffice('analyst', '苏见微'),
  atHeadOffice('finance', '孔令仪'),
  atHeadOffice('service', '许慧'),
  atHeadOffice('systemAdmin', '谭立'),
  atHeadOffice('securityAdmin', '严守正'),
  atHeadOffice('auditAdmin', '贺明察'),
  ...ADVISERS.map(([name, branch], index): DemoStaff => ({
    loginName: `adviser${index + 1}`,
    name,
    roles: ['adviser'],
    scopeKind: 'book',
    branch,
    registrationNo: `S000000000000${index + 1}`,
  })),
  ...HEADS.map((name, branch): DemoStaff => ({
    loginName: `head${branch + 1}`,
    name,
    roles: ['branchHead'],
    scopeKind: 'branch',
    branch,
    registrationNo: null,
  })),
  {
    loginName: 'manager1',
    name: '邱以恒',
    roles: ['relationshipManager'],
    scopeKind: 'branch',
    branch: 0,
    registrationNo: null,
  },
];

/** The advisers who look after members of a branch, by login name. */
export function advisersOfBranch(branch: number): readonly string[] {
  return ADVISERS.flatMap(([, own], index) => (own === branch ? [`adviser${index + 1}`] : []));
}
