import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Extent, Line, Section } from './section';

/** What the member answered of the own situation, and what they said of it. */
export function Suitability({ suitability }: { readonly suitability: AccessCopy['suitability'] }) {
  const { assessments, statements } = suitability;
  return (
    <Section
      name="assessments"
      title={say('suit.title')}
      summary={say('copy.count', { count: assessments.total })}
    >
      {() => (
        <>
          {assessments.entries.map(({ level, score, answers, takenAt }) => (
            <Line
              key={takenAt}
              what={[say(`copy.level.${level}`), say('suit.score', { score }), ...answers].join(' · ')}
              value={momentInWords(takenAt)}
            />
          ))}
          <Extent total={assessments.total} shown={assessments.entries.length} />
          {statements.entries.map(({ statement, statedAt }) => (
            <Line
              key={`${statement} ${statedAt}`}
              what={say(`copy.statement.${statement}`)}
              value={momentInWords(statedAt)}
            />
          ))}
        </>
      )}
    </Section>
  );
}
