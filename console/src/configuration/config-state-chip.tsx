import type { ConfigVersionRow } from '@siyu/shared/contracts/configuration';
import type { ConfigState } from '@siyu/shared/contracts/configuration.limits';
import { configStateNames } from '@siyu/shared/messages';

const tones = {
  IN_REVIEW: 'chip-warning',
  LIVE: 'chip-quiet',
  REJECTED: 'chip-error',
  WITHDRAWN: 'chip-quiet',
} as const satisfies Record<ConfigState, string>;

export function ConfigStateChip({ row }: { row: Pick<ConfigVersionRow, 'state' | 'isInForce'> }) {
  if (row.isInForce) return <span className="chip chip-success">生效中</span>;
  return <span className={`chip ${tones[row.state]}`}>{configStateNames[row.state]}</span>;
}
