import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import type { ReactNode } from 'react';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Extent, Line, Section } from './section';

type Rewards = AccessCopy['rewards'];
interface ListProps<Entry> {
  readonly name: 'points' | 'facts' | 'awards' | 'redemptions' | 'entitlements';
  readonly list: { readonly total: number; readonly entries: readonly Entry[] };
  readonly head?: ReactNode;
  /** What an entry says, and when or how much. */
  readonly lineOf: (entry: Entry) => readonly [what: string, value: string];
}

/** Points with every change of them, what was thanked for, and what came of it. */
export function Rewards({ rewards }: { readonly rewards: Rewards }) {
  const { balance, statement, facts, awards, redemptions, entitlements } = rewards;
  return (
    <>
      <List
        name="points"
        list={statement}
        head={<Line what={say('copy.points.balance', { ...balance })} />}
        lineOf={({ posting, change, what, why, availableAfter, at }) => [
          [what ?? say(`points.${posting}`), why, momentInWords(at)].filter(Boolean).join(' · '),
          say('copy.points.line', { change: signed(change), after: availableAfter }),
        ]}
      />
      <List
        name="facts"
        list={facts}
        lineOf={({ event, occurredAt, takenBackAt }) => [
          say(`points.event.${event}`),
          takenBackAt === null
            ? momentInWords(occurredAt)
            : say('copy.fact.taken_back', { date: momentInWords(takenBackAt) }),
        ]}
      />
      <List
        name="awards"
        list={awards}
        lineOf={({ title, reason, reward, outcome, givenAt }) => [
          [title, reward, reason, say(`copy.outcome.${outcome}`)].join(' · '),
          momentInWords(givenAt),
        ]}
      />
      <List
        name="redemptions"
        list={redemptions}
        lineOf={({ title, points, outcome, redeemedAt }) => [
          [title, say('points.reward.points', { points }), say(`copy.outcome.${outcome}`)].join(' · '),
          momentInWords(redeemedAt),
        ]}
      />
      <List
        name="entitlements"
        list={entitlements}
        lineOf={({ entitlement, title, standing, grantedAt }) => [
          [say(`exchange.kind.${entitlement}`), title, say(`held.standing.${standing}`)].join(' · '),
          momentInWords(grantedAt),
        ]}
      />
    </>
  );
}

function List<Entry>({ name, list: { total, entries }, head, lineOf }: ListProps<Entry>) {
  return (
    <Section name={name} title={say(`copy.${name}`)} summary={say('copy.count', { count: total })}>
      {() => (
        <>
          {head}
          {entries.map((entry, index) => {
            const [what, value] = lineOf(entry);
            return <Line key={`${index} ${value}`} what={what} value={value} />;
          })}
          <Extent total={total} shown={entries.length} />
        </>
      )}
    </Section>
  );
}

const signed = (change: number): string => (change > 0 ? `+${change}` : String(change));
