import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { ConfigDifferences } from '../configuration/config-differences.tsx';
import { ConfigImpactFigures } from '../configuration/config-impact.tsx';
import { configImpactQuery, configVersionQuery } from '../configuration/config-queries.ts';
import { ConfigValue } from '../configuration/config-value.tsx';
import { configName } from '../configuration/config-words.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** A proposed version beside the one in force. */
export function ConfigurationReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const isOpen = review.state === 'OPEN';
  const version = useQuery(configVersionQuery(review.subjectId));
  const impact = useQuery({ ...configImpactQuery(review.subjectId), enabled: isOpen });
  if (!version.data)
    return version.error ? (
      <FailureState error={version.error} onRetry={() => void version.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { row, value, inForce } = version.data;
  const block = decisionBlock({ review, staff, seenSha256: row.sha256 });
  return (
    <>
      <Facts
        facts={[
          ['配置', configName(row.key)],
          ['提交', `${review.requesterName} · 第 ${row.version} 版 · ${formatInstant(review.requestedAt)}`],
          ['生效时间', `${formatInstant(row.validFrom)}，但不早于复核通过`],
          ['内容指纹', row.sha256.slice(0, 12)],
        ]}
      />
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      {!row.isInForce && <ConfigDifferences before={inForce.value} after={value} version={inForce.version} />}
      {isOpen && <ConfigImpactFigures data={impact.data} error={impact.error} />}
      <h3>通过后的内容</h3>
      <ConfigValue value={value} />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={row.sha256} onDecided={onDecided} />
      )}
    </>
  );
}
