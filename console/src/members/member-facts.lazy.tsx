import type { MemberRow } from '@siyu/shared/contracts/workspace';
import { Link } from 'react-router';
import { membersPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { MemberScoreFacts } from './member-score-facts.tsx';
import { StageChip } from './stage-chip.tsx';

/** What the list knows of one member, at its side. */
export default function MemberFacts({ row }: { row: MemberRow }) {
  return (
    <>
      <p>
        <Link to={`${membersPage.path}/${row.memberId}`}>打开客户全景</Link>
      </p>
      <MemberScoreFacts row={row} />
      <h2>关系与学习</h2>
      <Facts
        facts={[
          ['同行阶段', <StageChip stage={row.stage} />],
          ['学完课程', `${formatCount(row.lessonsCompleted)} 课`],
          ['最近活动', row.lastActiveAt === null ? '还没有' : formatInstant(row.lastActiveAt)],
          ['投资顾问', row.adviserName ?? '未绑定'],
          ['营业部', row.branchName ?? '—'],
          ['注册日', formatCivilDay(row.registeredOn)],
        ]}
      />
    </>
  );
}
