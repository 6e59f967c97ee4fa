import type { RulePreview } from '@siyu/shared/contracts/segment-definitions';
import { BUILT_IN_SEGMENTS } from '@siyu/shared/contracts/segments.limits';
import { useQuery } from '@tanstack/react-query';
import type { RuleGroupType } from 'react-querybuilder';
import { Link } from 'react-router';
import { membersPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ruleCountQuery, rulePreviewQuery } from './definition-queries.ts';
import { freshnessSaid, shareSaid } from './definition-words.ts';
import { segmentName } from './segment-name.ts';
import { useSettled } from '../rules/use-settled.ts';

const PAUSE_MS = 300;

interface SegmentReachProps {
  readonly tree: RuleGroupType;
  readonly isWhole: boolean;
  readonly segmentId: string | null;
}

/** Whom the rule would hold now: how many, with whom it overlaps, and some of them. */
export function SegmentReach({ tree, isWhole, segmentId }: SegmentReachProps) {
  const settled = useSettled(tree, PAUSE_MS);
  const isAsked = isWhole && settled === tree;
  const rule = { ...settled };
  const count = useQuery({ ...ruleCountQuery(rule, segmentId), enabled: isAsked });
  const preview = useQuery({
    ...rulePreviewQuery(rule, segmentId),
    enabled: isAsked && count.isSuccess && !count.isPlaceholderData,
  });
  if (!isWhole)
    return (
      <aside className="card" aria-label="符合规则的客户">
        <p className="note">把规则补完整，这里会显示现在有多少客户符合。</p>
      </aside>
    );
  const isStale = !isAsked || count.isPlaceholderData;
  return (
    <aside className="card" aria-label="符合规则的客户" aria-busy={isStale || count.isPending}>
      {count.error ? (
        <FailureState error={count.error} onRetry={() => void count.refetch()} />
      ) : (
        <>
          <p className={`score-figure ${isStale ? 'is-stale' : ''}`} role="status">
            {count.data === undefined ? '…' : `${formatCount(count.data.members)} 位客户`}
          </p>
          {count.data && (
            <>
              <p>{shareSaid(count.data)}</p>
              <p className="note">{freshnessSaid(count.data.freshness)}</p>
            </>
          )}
        </>
      )}
      {preview.error ? (
        <FailureState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : (
        preview.data && <Preview preview={preview.data} />
      )}
    </aside>
  );
}

function Preview({ preview: { members, overlaps, sample } }: { preview: RulePreview }) {
  if (members === 0) return null;
  return (
    <>
      <section aria-label="和别的客群重叠">
        <h2>和别的客群重叠</h2>
        {overlaps.length === 0 && <p className="note">和现有的客群没有共同的客户。</p>}
        <ul className="stage-bars segment-overlaps">
          {overlaps.map(({ key, name, both }) => (
            <li key={key}>
              <span>{name ?? builtInName(key)}</span>
              <span>
                <i style={{ display: 'block', width: `${(both / members) * 100}%` }} />
              </span>
              <b>{formatCount(both)}</b>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="其中几位">
        <h2>其中几位</h2>
        <ul className="stays">
          {sample.map(({ memberId, displayName }) => (
            <li key={memberId}>
              <Link to={`${membersPage.path}?member=${memberId}`}>{displayName}</Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function builtInName(key: string): string {
  const found = BUILT_IN_SEGMENTS.find((segment) => segment.key === key);
  return found === undefined ? key : segmentName(found.kind, found.code);
}
