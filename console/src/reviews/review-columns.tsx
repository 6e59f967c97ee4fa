import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import { ASSESSED_SUBJECT } from '@siyu/shared/contracts/suitability.limits';
import { reviewStateNames, staffMessages } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatShortInstant } from '../format/moments.ts';
import { subjectTitle } from './subject-title.ts';
import type { ReviewState } from './review-filters.ts';

const tones = {
  OPEN: 'chip-warning',
  APPROVED: 'chip-success',
  REJECTED: 'chip-error',
  SUPERSEDED: 'chip-quiet',
} as const satisfies Record<ReviewState, string>;

/** What nobody of staff asked for, the client did. */
const requesterInWords = ({ subjectKind, requesterName }: ReviewRow): string =>
  subjectKind === ASSESSED_SUBJECT ? '客户本人' : requesterName;

export const reviewColumns: readonly TableColumnType<ReviewRow>[] = [
  {
    key: 'subject',
    title: '内容',
    render: (_, row) => (
      <>
        <div className="strong">{subjectTitle(row)}</div>
        <div className="note">
          {staffMessages[`review.subject.${row.subjectKind}`] ?? '内容'} · 第 {row.subjectVersion} 版
        </div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (_, row) => <span className={`chip ${tones[row.state]}`}>{reviewStateNames[row.state]}</span>,
  },
  { key: 'requester', title: '提交人', width: 110, render: (_, row) => requesterInWords(row) },
  {
    key: 'requested',
    title: '提交时间',
    width: 130,
    render: (_, row) => formatShortInstant(row.requestedAt),
  },
  {
    key: 'decided',
    title: '复核',
    width: 240,
    render: (_, row) =>
      row.decidedAt === null ? (
        <span className="note">—</span>
      ) : (
        <>
          <div>
            {row.reviewerName ?? '系统'} · {formatShortInstant(row.decidedAt)}
          </div>
          {row.comment && <div className="note">{row.comment}</div>}
        </>
      ),
  },
];
