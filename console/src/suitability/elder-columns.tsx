import type { ElderRow } from '@siyu/shared/contracts/elder';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';

export const elderColumns: readonly TableColumnType<ElderRow>[] = [
  {
    key: 'member',
    title: '客户',
    render: (_, { member }) => <div className="strong">{member.displayName}</div>,
  },
  {
    key: 'state',
    title: '先行回访',
    width: 140,
    render: (_, { state }) => (
      <span className={`chip ${state === 'DONE' ? 'chip-success' : 'chip-warning'}`}>
        {state === 'DONE' ? '已完成' : '等待回访'}
      </span>
    ),
  },
  {
    key: 'contact',
    title: '安全联系人',
    width: 150,
    render: (_, { hasTrustedContact, notices }) => (
      <>
        {hasTrustedContact ? '已填写' : '没有填写'}
        {notices > 0 && <div className="note">联系过 {notices} 次</div>}
      </>
    ),
  },
  {
    key: 'required',
    title: '从何时起等待',
    width: 140,
    render: (_, row) => formatShortInstant(row.requiredAt),
  },
  {
    key: 'called',
    title: '回访时间',
    width: 140,
    render: (_, row) => (row.calledAt === null ? '–' : formatShortInstant(row.calledAt)),
  },
];
