import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { nameOf } from './about-you';
import { Extent, Line, Section } from './section';

/** What was sent to the member, and what they asked to be told of. */
export function Messages({ notices: { sent, wishes } }: { readonly notices: AccessCopy['notices'] }) {
  const count = (total: number): string => say('copy.count', { count: total });
  return (
    <>
      <Section name="wishes" title={say('copy.wishes')} summary={count(wishes.length)}>
        {() => (
          <>
            {wishes.map(({ kind, title, wishedAt }) => (
              <Line
                key={`${kind} ${title}`}
                what={[nameOf(`notices.kind.${kind}`, kind), title].filter(Boolean).join(' · ')}
                value={momentInWords(wishedAt)}
              />
            ))}
            <Extent total={wishes.length} shown={wishes.length} />
          </>
        )}
      </Section>
      <Section name="notices" title={say('copy.notices')} summary={count(sent.total)}>
        {() => (
          <>
            {sent.entries.map(({ kind, said, at }, index) => (
              <Line
                key={`${index} ${at}`}
                what={[nameOf(`notices.kind.${kind}`, kind), ...said].join(' · ')}
                value={momentInWords(at)}
              />
            ))}
            <Extent total={sent.total} shown={sent.entries.length} />
          </>
        )}
      </Section>
    </>
  );
}
