import type { AssessmentRow } from '@siyu/shared/contracts/assessments';
import type { AssessmentStanding } from '@siyu/shared/contracts/assessments.limits';
import { assessmentStandingNames, assessmentStateNames, processingKindNames } from '@siyu/shared/messages';
import type { TableColumnType } from 'antd';
import { formatCivilDay, formatShortInstant } from '../format/moments.ts';

const tones = {
  NOT_YET: '',
  IN_FORCE: 'chip-success',
  FALLS_DUE: 'chip-warning',
  EXPIRED: 'chip-error',
} as const satisfies Record<AssessmentStanding, string>;

export function StandingChip({ standing }: { standing: AssessmentStanding }) {
  return <span className={`chip ${tones[standing]}`}>{assessmentStandingNames[standing]}</span>;
}

export const assessmentColumns: readonly TableColumnType<AssessmentRow>[] = [
  {
    key: 'title',
    title: '评估什么',
    render: (_, { latest: { text } }) => (
      <>
        <div className="strong">{text.title}</div>
        <div className="note">{processingKindNames[text.kind]}</div>
      </>
    ),
  },
  {
    key: 'standing',
    title: '现状',
    width: 170,
    render: (_, { standing }) => <StandingChip standing={standing} />,
  },
  {
    key: 'until',
    title: '有效至',
    width: 130,
    render: (_, { validUntil }) =>
      validUntil === null ? <span className="note">—</span> : formatCivilDay(validUntil),
  },
  {
    key: 'latest',
    title: '最新版本',
    width: 170,
    render: (_, { latest: { version, state } }) => (
      <>
        <div>第 {version} 版</div>
        <div className="note">{assessmentStateNames[state]}</div>
      </>
    ),
  },
  {
    key: 'written',
    title: '谁提交的',
    width: 150,
    render: (_, { latest: { writerName, writtenAt } }) => (
      <>
        <div>{writerName}</div>
        <div className="note">{formatShortInstant(writtenAt)}</div>
      </>
    ),
  },
];
