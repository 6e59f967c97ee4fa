import type { MemberRow } from '@siyu/shared/contracts/workspace';
import { groupNames, REFUSED } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { membersPage } from '../app/pages.ts';
import { formatCount, formatScore } from '../format/figures.ts';
import { formatCivilDay, formatShortInstant } from '../format/moments.ts';
import { Bands } from './bands.tsx';
import { scoreReason } from './score-reason.ts';
import { StageChip } from './stage-chip.tsx';

export interface MemberColumn extends TableColumnType<MemberRow> {
  readonly key: string;
  readonly title: string;
  /** A column without which a row says nothing cannot be hidden. */
  readonly isFixedIn?: boolean;
}

function whyUnscored({ refused, isAccountLinked }: Pick<MemberRow, 'refused' | 'isAccountLinked'>): string {
  if (refused.includes('SERVICE_CLASS')) return `${REFUSED}。`;
  return isAccountLinked ? '未同意个性化服务，不计算综合分。' : '关联账户后才有综合分。';
}

const none = <span className="note">—</span>;

export const memberColumns: readonly MemberColumn[] = [
  {
    key: 'name',
    title: '客户',
    isFixedIn: true,
    width: 96,
    render: (_, row) => (
      <>
        <div className="strong">{row.displayName}</div>
        <div className="note">{row.isAccountLinked ? '已关联账户' : '未关联账户'}</div>
        <Link
          className="row-link"
          to={`${membersPage.path}/${row.memberId}`}
          aria-label={`${row.displayName}的全景`}
          onClick={(event) => event.stopPropagation()}
        >
          全景
        </Link>
      </>
    ),
  },
  { key: 'stage', title: '同行阶段', width: 108, render: (_, row) => <StageChip stage={row.stage} /> },
  {
    key: 'score',
    title: '综合分',
    width: 64,
    align: 'right',
    render: (_, row) =>
      row.score === null ? none : <span className="figure">{formatScore(row.score.scoreHundredths)}</span>,
  },
  {
    key: 'bands',
    title: '三个档位',
    width: 150,
    render: (_, row) => (row.score === null ? none : <Bands axes={row.score.axes} />),
  },
  {
    key: 'reason',
    title: '客群与理由',
    isFixedIn: true,
    render: (_, row) =>
      row.score === null ? (
        <span className="note">{whyUnscored(row)}</span>
      ) : (
        <>
          <div className="strong">{groupNames[row.score.group]}</div>
          <div className="reason">{scoreReason(row.score)}</div>
        </>
      ),
  },
  {
    key: 'lessons',
    title: '学完',
    width: 60,
    align: 'right',
    render: (_, row) => `${formatCount(row.lessonsCompleted)} 课`,
  },
  {
    key: 'lastActive',
    title: '最近活动',
    width: 96,
    render: (_, row) => (row.lastActiveAt === null ? none : formatShortInstant(row.lastActiveAt)),
  },
  {
    key: 'adviser',
    title: '投资顾问',
    width: 100,
    render: (_, row) => (
      <>
        <div>{row.adviserName ?? '未绑定'}</div>
        <div className="note">{row.branchName ?? '—'}</div>
      </>
    ),
  },
  { key: 'registered', title: '注册日', width: 118, render: (_, row) => formatCivilDay(row.registeredOn) },
];

/** Hidden until somebody asks: the row stays readable at 1440 px. */
export const hiddenAtFirst: readonly string[] = ['registered'];
