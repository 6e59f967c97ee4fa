import type { Role } from '@siyu/shared/contracts/identity.limits';

/** Applications of professional investors, or members of a certain age; of each those that wait, or those that are over. */
export interface SuitabilityView {
  readonly tab: 'applications' | 'elders';
  readonly isOver: boolean;
  /** Id of the application or of the member that is open at the side. */
  readonly open: string | null;
}

const ID = /^[0-9a-f-]{36}$/;
const READERS: Readonly<Record<SuitabilityView['tab'], readonly Role[]>> = {
  applications: ['branchHead', 'operator', 'compliance'],
  elders: ['service', 'branchHead', 'compliance'],
};

/** The tabs that a person may see; the server decides again. @example tabsFor(['service']) // => ['elders'] */
export const tabsFor = (roles: readonly Role[]): readonly SuitabilityView['tab'][] =>
  (['applications', 'elders'] as const).filter((tab) => READERS[tab].some((role) => roles.includes(role)));

/** Reads an address; what it does not know, or the person may not see, it leaves out. */
export function readSuitabilityView(params: URLSearchParams, roles: readonly Role[]): SuitabilityView {
  const tabs = tabsFor(roles);
  const open = params.get('open') ?? '';
  return {
    tab: tabs.find((each) => each === params.get('tab')) ?? tabs[0] ?? 'applications',
    isOver: params.get('over') === '1',
    open: ID.test(open) ? open : null,
  };
}

/** The address of a view; what is shown anyway is not in it. */
export function writeSuitabilityView({ tab, isOver, open }: SuitabilityView): URLSearchParams {
  const params = new URLSearchParams({ tab });
  if (isOver) params.set('over', '1');
  if (open !== null) params.set('open', open);
  return params;
}
