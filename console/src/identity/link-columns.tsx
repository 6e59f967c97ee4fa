import type { MemberLinkRequest } from '@siyu/shared/contracts/member-links';
import { linkRequestKindNames, linkRequestStateNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';
import type { LinkState } from './identity-view.ts';

const tones = {
  IN_REVIEW: 'chip-warning',
  APPLIED: 'chip-success',
  REJECTED: 'chip-error',
} as const satisfies Record<LinkState, string>;

export function LinkChip({ state }: { state: LinkState }) {
  return <span className={`chip ${tones[state]}`}>{linkRequestStateNames[state]}</span>;
}

export const linkColumns: readonly TableColumnType<MemberLinkRequest>[] = [
  {
    key: 'kind',
    title: '申请',
    render: (_, row) => (
      <>
        <div className="strong">{linkRequestKindNames[row.kind]}</div>
        <div className="note">{row.reason}</div>
      </>
    ),
  },
  { key: 'member', title: '并入或拆出的登记', width: 170, render: (_, row) => row.member.displayName },
  { key: 'into', title: '保留的登记', width: 170, render: (_, row) => row.into.displayName },
  { key: 'state', title: '状态', width: 110, render: (_, row) => <LinkChip state={row.state} /> },
  { key: 'requester', title: '提交人', width: 100, render: (_, row) => row.requesterName },
  { key: 'at', title: '提交时间', width: 130, render: (_, row) => formatShortInstant(row.requestedAt) },
];
