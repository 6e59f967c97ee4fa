import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import { Extent, Line, Section } from './section';

/** What the member answered of the own situation, and what they said of it. */
export function Suitability({ suitability }: { readonly suitability: AccessCopy['suitability'] }) {
  const { assessments, statements, applications, birthYears, safetyNotices } = suitability;
  const { askings, confirmations } = suitability;
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
          {applications.entries.map(({ ground, applicationState, experience, appliedAt }) => (
            <Line
              key={appliedAt}
              what={[
                say(`professional.ground.${ground}`),
                experience,
                say(`professional.state.${applicationState}`),
              ].join(' · ')}
              value={momentInWords(appliedAt)}
            />
          ))}
          {birthYears.entries.map(({ birthYear, statedAt }) => (
            <Line
              key={`${birthYear} ${statedAt}`}
              what={say('elder.year.said', { year: birthYear })}
              value={momentInWords(statedAt)}
            />
          ))}
          {safetyNotices.entries.map(({ safetyReason, raisedAt }) => (
            <Line
              key={raisedAt}
              what={[say('elder.notices'), say(`elder.notice.${safetyReason}`)].join(' · ')}
              value={momentInWords(raisedAt)}
            />
          ))}
          {askings.entries.map(({ product, namedAt }) => (
            <Line key={namedAt} what={say('copy.asked', { product })} value={momentInWords(namedAt)} />
          ))}
          {confirmations.entries.map(({ product, noticeText, answers, confirmedAt }) => (
            <Line
              key={confirmedAt}
              what={[say('copy.confirmed', { product }), noticeText, ...answers].join(' · ')}
              value={momentInWords(confirmedAt)}
            />
          ))}
        </>
      )}
    </Section>
  );
}
