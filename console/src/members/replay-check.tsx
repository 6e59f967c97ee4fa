import type { ScoreReplay } from '@siyu/shared/contracts/scoring';
import { KEPT_KINDS } from '@siyu/shared/contracts/scoring.limits';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { keptKindNames, replayLabelSentences } from '@siyu/shared/messages';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatScore } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';
import { DayField } from '../list/day-field.tsx';
import { Facts } from '../list/facts.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { replayDifferences } from './replay-differences.ts';

interface ReplayCheckProps {
  readonly memberId: string;
  /** The day boundary of the score on the page; null when it shows none. */
  readonly shownAsOf: string | null;
  readonly readAt: string;
}
type Knowledge = 'then' | 'now';

/** Those who account for scores have one computed again from its facts; each time is noted, so only a press asks. */
export function ReplayCheck({ memberId, shownAsOf, readAt }: ReplayCheckProps) {
  const { roles } = useStaff();
  const id = useId();
  // Facts of today count for the boundary that comes next.
  const latest = formatDay(addDays(dayOfInstant(Date.parse(readAt)), 1));
  const [asOf, setAsOf] = useState(shownAsOf ?? latest);
  const [knownAt, setKnownAt] = useState<Knowledge>('then');
  const replay = useMutation({
    mutationFn: () => call(scoringRoutes.getScoreReplay, { params: { memberId }, query: { asOf, knownAt } }),
  });
  if (!roles.includes('analyst') && !roles.includes('compliance')) return null;
  return (
    <section className="card panorama-wide" aria-label="评分核对">
      <h2>评分核对</h2>
      <p className="note">从保存的事实重新算一遍，和当时保存的评分比较。每次核对都记入留痕。</p>
      <div className="filter-bar">
        <label htmlFor={id}>按哪天 00:00 之前的事实</label>
        <DayField id={id} className="search" max={latest} value={asOf} onChange={setAsOf} />
        <Select<Knowledge>
          aria-label="以何时知道的事实为准"
          className="wide"
          value={knownAt}
          options={[
            { value: 'then', label: '当时知道的事实' },
            { value: 'now', label: '现在知道的事实' },
          ]}
          onChange={setKnownAt}
        />
        <Button loading={replay.isPending} disabled={asOf === ''} onClick={() => replay.mutate()}>
          重算核对
        </Button>
      </div>
      <FailureNotice error={replay.error} />
      {replay.data && <Compared replay={replay.data} />}
    </section>
  );
}

const scoreText = (state: ScoreReplay['stored']): string =>
  state.score === null ? '没有' : formatScore(state.score.scoreHundredths);

function Compared({ replay }: { replay: ScoreReplay }) {
  const { label, asOf, stored, replayed, differing, isLogWhole } = replay;
  const isEqual = differing.length === 0;
  const isKept = label !== 'NEVER_RUN';
  const tone =
    isEqual && isKept ? 'notice-success' : label === 'AS_STORED' ? 'notice-error' : 'notice-warning';
  return (
    <div role="status">
      <div className={`notice ${tone}`}>
        {formatCivilDay(asOf)}：
        {!isKept
          ? '没有那一天保存的结果可以核对。'
          : isEqual
            ? '保存的结果和重算的完全一致。'
            : `有 ${differing.length} 项和重算的不一致。`}
      </div>
      <p className="note">{replayLabelSentences[label]}</p>
      {!isLogWhole && <p className="note">行为日志已不完整，只有按现在知道的事实重算才完整。</p>}
      <Facts
        facts={[
          ['保存的综合分', scoreText(stored)],
          ['重算的综合分', scoreText(replayed)],
          ...KEPT_KINDS.map(
            (kind) => [keptKindNames[kind], differing.includes(kind) ? '不一致' : '一致'] as const,
          ),
        ]}
      />
      {!isEqual && (
        <ul className="panorama-rows" aria-label="不一致的地方">
          {replayDifferences(replay).map(({ place, stored: kept, replayed: again }) => (
            <li key={`${place} ${kept} ${again}`}>
              <span>{place}</span>
              <span>
                保存 {kept}，重算 {again}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
