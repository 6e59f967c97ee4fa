import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Extent, Line, Section } from './section';

/** What the member complained of with what was answered, and calls by which the firm asked how it serves. */
export function Complaints({ care: { complaints, calls } }: { readonly care: AccessCopy['care'] }) {
  const count = (total: number): string => say('copy.count', { count: total });
  return (
    <>
      <Section name="complaints" title={say('copy.complaints')} summary={count(complaints.total)}>
        {() => (
          <>
            {complaints.entries.map(({ complaintNo, text, tradingPlan, state, complainedAt, said }) => (
              <Line
                key={complaintNo}
                what={[complaintNo, say(`care.state.${state}`), text, tradingPlan, ...said]
                  .filter(Boolean)
                  .join(' · ')}
                value={momentInWords(complainedAt)}
              />
            ))}
            <Extent total={complaints.total} shown={complaints.entries.length} />
          </>
        )}
      </Section>
      <Section name="calls" title={say('copy.calls')} summary={count(calls.total)}>
        {() => (
          <>
            {calls.entries.map(({ orderedAt, calledAt, result, tradingPlan }, index) => (
              <Line
                key={`${index} ${orderedAt}`}
                what={[result ?? say('copy.call.planned'), tradingPlan].filter(Boolean).join(' · ')}
                value={momentInWords(calledAt ?? orderedAt)}
              />
            ))}
            <Extent total={calls.total} shown={calls.entries.length} />
          </>
        )}
      </Section>
    </>
  );
}
