import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Extent, Line, Section } from './section';

/** The lives the member reserved and watched, and what they said there. */
export function Lives({ lives }: { readonly lives: AccessCopy['lives'] }) {
  const { reservations, viewings, chats } = lives;
  const count = (total: number): string => say('copy.count', { count: total });
  return (
    <>
      <Section
        name="live_reservations"
        title={say('copy.live_reservations')}
        summary={count(reservations.total)}
      >
        {() => (
          <>
            {reservations.entries.map(({ title, reservedAt }, index) => (
              <Line key={`${index} ${reservedAt}`} what={title} value={momentInWords(reservedAt)} />
            ))}
            <Extent total={reservations.total} shown={reservations.entries.length} />
          </>
        )}
      </Section>
      <Section name="live_viewings" title={say('copy.live_viewings')} summary={count(viewings.total)}>
        {() => (
          <>
            {viewings.entries.map(({ title, watchedFrom, watchedUntil }, index) => (
              <Line
                key={`${index} ${watchedFrom}`}
                what={title}
                value={`${momentInWords(watchedFrom)} – ${momentInWords(watchedUntil)}`}
              />
            ))}
            <Extent total={viewings.total} shown={viewings.entries.length} />
          </>
        )}
      </Section>
      <Section name="live_chats" title={say('copy.live_chats')} summary={count(chats.total)}>
        {() => (
          <>
            {chats.entries.map(({ title, text, writtenAt }, index) => (
              <Line
                key={`${index} ${writtenAt}`}
                what={`${title} · ${text}`}
                value={momentInWords(writtenAt)}
              />
            ))}
            <Extent total={chats.total} shown={chats.entries.length} />
          </>
        )}
      </Section>
    </>
  );
}
