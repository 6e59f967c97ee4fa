import type { ArchiveCoverage as Coverage } from '@siyu/shared/contracts/archive';
import { UNKEPT } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { coverageQuery } from './archive-queries.ts';
import { alarmSentence, keptSentence, unreadSentence } from './coverage-in-words.ts';

/** What of the firm's conversations is kept, and who leaves no trace. */
export function ArchiveCoverage() {
  const found = useQuery(coverageQuery);
  return (
    <section className="card archive-coverage" aria-label="存档覆盖">
      <h2>存档覆盖</h2>
      {found.data ? (
        <Covered coverage={found.data} />
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={3} />
      )}
    </section>
  );
}

function Covered({ coverage }: { coverage: Coverage }) {
  const { advisers, groups, contacts } = coverage;
  const alarm = alarmSentence(coverage);
  const unread = unreadSentence(coverage);
  return (
    <>
      {alarm !== null && (
        <div className="notice notice-error" role="alert">
          {alarm}
        </div>
      )}
      {unread !== null && <div className="notice">{unread}</div>}
      <Facts
        facts={[
          ['顾问', keptSentence(advisers, '位')],
          ['客户群', keptSentence(groups, '个')],
          [
            '客户同意',
            `已关联 ${formatCount(contacts.total)} 位，同意 ${formatCount(contacts.agreed)} 位，不同意 ${formatCount(contacts.disagreed)} 位，其余没有答复`,
          ],
          ['未经同意而拒收', `${formatCount(coverage.refused)} 条`],
          ['读到最新', coverage.caughtUpAt === null ? '还没有' : formatInstant(coverage.caughtUpAt)],
        ]}
      />
      <Unkept
        title={`${UNKEPT}的顾问`}
        names={advisers.unkept.map(({ staffId, name, branchName }) => [
          staffId,
          `${name}（${branchName ?? '总部'}）`,
        ])}
        total={advisers.total - advisers.kept}
      />
      <Unkept
        title={`${UNKEPT}的客户群`}
        names={groups.unkept.map(({ groupId, name, ownerName }) => [
          groupId,
          `${name === '' ? '未命名的群' : name}（群主 ${ownerName ?? '未登记'}）`,
        ])}
        total={groups.total - groups.kept}
      />
      <p className="note">截至 {formatInstant(coverage.asOf)}。只存文字，图片和文件只记种类和大小。</p>
    </>
  );
}

interface UnkeptProps {
  readonly title: string;
  readonly names: readonly (readonly [id: string, name: string])[];
  readonly total: number;
}

function Unkept({ title, names, total }: UnkeptProps) {
  if (total === 0) return null;
  return (
    <details className="archive-unkept">
      <summary>
        <span className="chip chip-warning">{title}</span> {formatCount(total)}
      </summary>
      <ul>
        {names.map(([id, name]) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      {names.length < total && <p className="note">只列出前 {formatCount(names.length)} 个。</p>}
    </details>
  );
}
