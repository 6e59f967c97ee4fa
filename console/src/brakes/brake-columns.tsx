import type { BrakeRow } from '@siyu/shared/contracts/brakes';
import type { BrakeState } from '@siyu/shared/contracts/brakes.limits';
import { brakeKindNames, brakeStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';
import { heldSentence } from './held-sentence.ts';

export function BrakeChip({ state, isAsked }: { state: BrakeState; isAsked: boolean }) {
  return (
    <>
      <span className={`chip ${state === 'ON' ? 'chip-error' : 'chip-success'}`}>
        {brakeStateNames[state]}
      </span>
      {isAsked && <div className="note">恢复申请待复核</div>}
    </>
  );
}

/** The target in words. @example targetInWords({ kind: 'PRODUCT', targetName: '稳健一号', target: '001234' }) */
export const targetInWords = ({ kind, target, targetName }: BrakeRow): string =>
  kind === 'PRODUCT' ? `${targetName}（${target ?? ''}）` : targetName;

export const brakeColumns: readonly TableColumnType<BrakeRow>[] = [
  {
    key: 'target',
    title: '停发什么',
    render: (_, row) => (
      <>
        <div className="strong">{targetInWords(row)}</div>
        {row.kind !== 'FIRM' && <div className="note">{brakeKindNames[row.kind]}</div>}
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 140,
    render: (_, row) => <BrakeChip state={row.state} isAsked={row.asked !== null} />,
  },
  {
    key: 'held',
    title: '现在拦下',
    width: 260,
    render: (_, { held }) => (held === null ? <span className="note">—</span> : heldSentence(held)),
  },
  {
    key: 'who',
    title: '谁停的',
    width: 150,
    render: (_, row) => (
      <>
        <div>{row.putOnByName}</div>
        <div className="note">{formatShortInstant(row.putOnAt)}</div>
      </>
    ),
  },
  { key: 'reason', title: '原因', width: 220, render: (_, row) => row.reason },
];
