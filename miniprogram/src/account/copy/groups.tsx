import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Extent, Line, Section } from './section';

/** Groups the member was in, and what they asked there. */
export function Groups({ groups: { times, questions } }: { readonly groups: AccessCopy['groups'] }) {
  const count = (total: number): string => say('copy.count', { count: total });
  return (
    <>
      <Section name="groups" title={say('copy.groups')} summary={count(times.total)}>
        {() => (
          <>
            {times.entries.map(({ name, tiedAt, endedAt }) => (
              <Line
                key={`${name} ${tiedAt}`}
                what={
                  endedAt === null
                    ? name
                    : [name, say('copy.group.left', { date: momentInWords(endedAt) })].join(' · ')
                }
                value={momentInWords(tiedAt)}
              />
            ))}
            <Extent total={times.total} shown={times.entries.length} />
          </>
        )}
      </Section>
      <Section name="group-questions" title={say('copy.group_questions')} summary={count(questions.total)}>
        {() => (
          <>
            {questions.entries.map(({ name, text, askedAt, answer, declinedReason }, index) => (
              <Line
                key={`${index} ${askedAt}`}
                what={[name, text, answer ?? declinedReason].filter(Boolean).join(' · ')}
                value={momentInWords(askedAt)}
              />
            ))}
            <Extent total={questions.total} shown={questions.entries.length} />
          </>
        )}
      </Section>
    </>
  );
}
