import type { LinkImpact } from '@siyu/shared/contracts/analytics';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { linkImpactQuery } from './identity-queries.ts';

interface LinkImpactProps {
  readonly kind: 'MERGE' | 'SEPARATE';
  readonly member: { readonly memberId: string; readonly displayName: string };
  readonly into: { readonly memberId: string; readonly displayName: string };
}

/** How much of one registration would be read with the other, or no longer. */
export function LinkImpactFigures({ kind, member, into }: LinkImpactProps) {
  const impact = useQuery(linkImpactQuery(member.memberId, into.memberId));
  return (
    <section className="reach" aria-label="通过后会怎样">
      <h3>通过后会怎样</h3>
      <FailureNotice error={impact.error} />
      {impact.isPending && <p className="note">正在数。</p>}
      {impact.data && (
        <>
          <p>
            {member.displayName} 的{recordsInWords(impact.data.member)}
            {kind === 'MERGE'
              ? `并到 ${into.displayName} 名下一起读。`
              : `不再算在 ${into.displayName} 名下。`}
          </p>
          <p>
            {into.displayName} {kind === 'MERGE' ? '自己有' : '留下'}
            {recordsInWords(impact.data.into)}。
          </p>
          <p className="note">数于 {formatInstant(impact.data.readAt)}；两边学过的同一课合并后只算一次。</p>
        </>
      )}
    </section>
  );
}

function recordsInWords({ events, transactions, lessons }: LinkImpact['member']): string {
  const money = transactions === null ? '没有同意查看的交易' : ` ${formatCount(transactions)} 笔交易`;
  return ` ${formatCount(events)} 条行为记录、${money.trimStart()}、${formatCount(lessons)} 门学完的课`;
}
