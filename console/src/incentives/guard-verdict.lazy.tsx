import type { IncentiveDraft, IncentiveVerdict } from '@siyu/shared/contracts/incentive-rules';
import { guardSentences } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { formatAmount } from '../format/figures.ts';
import { FailureState } from '../list/failure-state.tsx';
import { useSettled } from '../rules/use-settled.ts';
import { draftPlaceName } from './draft-place-name.ts';
import { incentiveCheckQuery } from './incentive-queries.ts';
import '../styles/incentive.css';

/** A pause in writing after which the guard is asked. */
const PAUSE_MS = 400;

interface GuardVerdictProps {
  readonly draft: IncentiveDraft;
  /** Whether it is complete enough to be asked about. */
  readonly isComplete: boolean;
}

/** What the law has against the rule as it is written, while it is being written. */
export default function GuardVerdict({ draft, isComplete }: GuardVerdictProps) {
  const settled = useSettled(draft, PAUSE_MS);
  const isAsked = isComplete && settled === draft;
  const check = useQuery({ ...incentiveCheckQuery(settled), enabled: isAsked });
  const isStale = !isAsked || check.isPlaceholderData;
  return (
    <aside className="card" aria-label="合规核对" aria-busy={isStale || check.isPending}>
      <h2>合规核对</h2>
      {!isComplete ? (
        <p className="note">把必填的内容补完整，这里会显示有没有不合规的地方。</p>
      ) : check.error ? (
        <FailureState error={check.error} onRetry={() => void check.refetch()} />
      ) : check.data ? (
        <Verdict verdict={check.data} isStale={isStale} />
      ) : (
        <p className="note">正在核对…</p>
      )}
    </aside>
  );
}

function Verdict({
  verdict: { refusals, valueFen },
  isStale,
}: {
  verdict: IncentiveVerdict;
  isStale: boolean;
}) {
  return (
    <div className={isStale ? 'is-stale' : ''} role="status">
      <p className={`chip ${refusals.length === 0 ? 'chip-success' : 'chip-error'}`}>
        {refusals.length === 0 ? '没有发现不合规的地方' : `${refusals.length} 处不合规`}
      </p>
      <ul className="guard-refusals">
        {refusals.map(({ requirement, code, place }) => (
          <li key={`${code} ${place}`}>
            <div className="strong">{draftPlaceName(place)}</div>
            <div>{guardSentences[code]}</div>
            <div className="note">{requirement}</div>
          </li>
        ))}
      </ul>
      <p className="note">每次的成本：{formatAmount(valueFen)}</p>
    </div>
  );
}
