import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Extent, Line, Section } from './section';

type Discussion = AccessCopy['discussion'];

/** What the member said under lessons, and what they keep beside them. */
export function SaidAndKept({ discussion }: { readonly discussion: Discussion }) {
  const { comments, favourites, notes } = discussion;
  const count = (total: number): string => say('copy.count', { count: total });
  return (
    <>
      <Section name="comments" title={say('copy.comments')} summary={count(comments.total)}>
        {() => (
          <>
            {comments.entries.map(({ title, text, writtenAt, answer, refusedReason }, index) => (
              <Line
                key={`${index} ${writtenAt}`}
                what={[title, text, answer ?? refusedReason].filter(Boolean).join(' · ')}
                value={momentInWords(writtenAt)}
              />
            ))}
            <Extent total={comments.total} shown={comments.entries.length} />
          </>
        )}
      </Section>
      <Section name="favourites" title={say('copy.favourites')} summary={count(favourites.total)}>
        {() => (
          <>
            {favourites.entries.map(({ title, keptAt }, index) => (
              <Line key={`${index} ${keptAt}`} what={title} value={momentInWords(keptAt)} />
            ))}
            <Extent total={favourites.total} shown={favourites.entries.length} />
          </>
        )}
      </Section>
      <Section name="notes" title={say('copy.notes')} summary={count(notes.total)}>
        {() => (
          <>
            {notes.entries.map(({ title, text, writtenAt }, index) => (
              <Line
                key={`${index} ${writtenAt}`}
                what={`${title} · ${text}`}
                value={momentInWords(writtenAt)}
              />
            ))}
            <Extent total={notes.total} shown={notes.entries.length} />
          </>
        )}
      </Section>
    </>
  );
}
