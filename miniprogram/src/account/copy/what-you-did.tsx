import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { nameOf } from './about-you';
import { Extent, Line, Section } from './section';

/** What was recorded: by kind, one by one, and what was learnt. */
export function WhatYouDid({ copy }: { readonly copy: AccessCopy }) {
  const { kinds, events, lessons, quizzes } = copy;
  const count = (total: number): string => say('copy.count', { count: total });
  return (
    <>
      <Section name="kinds" title={say('copy.kinds')} summary={count(kinds.length)}>
        {() => (
          <>
            {kinds.map(({ type, count: times, firstAt, lastAt }) => (
              <Line
                key={type}
                what={nameOf(`recorded.event.${type}`, type)}
                value={say('copy.kinds.line', {
                  count: times,
                  first: momentInWords(firstAt),
                  last: momentInWords(lastAt),
                })}
              />
            ))}
            <Extent total={kinds.length} shown={kinds.length} />
          </>
        )}
      </Section>
      <Section name="events" title={say('copy.events')} summary={count(events.total)}>
        {() => (
          <>
            {events.entries.map(({ type, occurredAt, about }, index) => (
              <Line
                key={`${index} ${occurredAt}`}
                what={[nameOf(`recorded.event.${type}`, type), about].filter(Boolean).join(' · ')}
                value={momentInWords(occurredAt)}
              />
            ))}
            <Extent total={events.total} shown={events.entries.length} />
          </>
        )}
      </Section>
      <Section name="lessons" title={say('copy.lessons')} summary={count(lessons.total)}>
        {() => (
          <>
            {lessons.entries.map(({ title, readPercent, completedAt }, index) => (
              <Line
                key={`${index} ${title}`}
                what={title}
                value={
                  completedAt === null
                    ? say('copy.lesson.read', { percent: readPercent })
                    : say('copy.lesson.finished', { date: momentInWords(completedAt) })
                }
              />
            ))}
            <Extent total={lessons.total} shown={lessons.entries.length} />
          </>
        )}
      </Section>
      <Section name="quizzes" title={say('copy.quizzes')} summary={count(quizzes.total)}>
        {() => (
          <>
            {quizzes.entries.map(({ title, correct, total, submittedAt }) => (
              <Line
                key={submittedAt}
                what={title}
                value={`${say('copy.quiz', { correct, total })} · ${momentInWords(submittedAt)}`}
              />
            ))}
            <Extent total={quizzes.total} shown={quizzes.entries.length} />
          </>
        )}
      </Section>
    </>
  );
}
