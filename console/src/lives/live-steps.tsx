import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { liveActNames } from '@siyu/shared/messages';
import { formatInstant } from '../format/moments.ts';

/** What was done with a live, one after the other; nothing of it is ever changed. */
export function LiveSteps({ steps }: { steps: LiveDetail['steps'] }) {
  return (
    <section className="card" aria-label="经过">
      <h2>经过</h2>
      {steps.length === 0 && <p className="note">还没有记录。</p>}
      <ol className="placements" aria-label="经过">
        {steps.map(({ act, at, byName, reason }, index) => (
          <li key={index}>
            <div className="strong">{liveActNames[act]}</div>
            {reason !== null && <p className="say">{reason}</p>}
            <div className="note">
              {byName} · {formatInstant(at)}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
