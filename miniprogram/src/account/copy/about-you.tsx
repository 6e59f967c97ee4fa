import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { momentInWords } from '../../words/dates';
import { isMemberMessage, say } from '../../words/say';
import { Extent, Line, Section } from './section';

/** The sentence of the catalogue for a code of the copy; the code itself where a newer server knows more. */
export function nameOf(code: string, value: string): string {
  return isMemberMessage(code) ? say(code) : value;
}

/** Who the member is to the firm, and what the member has decided. */
export function AboutYou({ copy }: { readonly copy: AccessCopy }) {
  const { profile, advisers, identifiers, arrivals, consents, refusals, signIns } = copy;
  return (
    <>
      <Section name="profile" title={say('copy.profile')} summary={profile.displayName}>
        {() => (
          <>
            <Line what={say('copy.profile.name')} value={profile.displayName} />
            <Line what={say('copy.profile.registered')} value={momentInWords(profile.registeredAt)} />
            <Line
              what={say('copy.profile.branch')}
              value={profile.branchName ?? say('copy.profile.no_branch')}
            />
            {profile.adultStatedAt === null ? null : (
              <Line what={say('copy.profile.adult')} value={momentInWords(profile.adultStatedAt)} />
            )}
            {advisers.map(({ name, registrationNo, boundAt }) => (
              <Line
                key={boundAt}
                what={say('copy.profile.adviser')}
                value={`${name} ${registrationNo ?? ''} · ${momentInWords(boundAt)}`}
              />
            ))}
            <Line what={say('copy.profile.sign_ins')} value={say('copy.count', { count: signIns.total })} />
            {profile.restriction === null ? null : <Line what={say('copy.profile.restricted')} />}
          </>
        )}
      </Section>
      <Section
        name="identifiers"
        title={say('copy.identifiers')}
        summary={say('copy.count', { count: identifiers.length })}
      >
        {() => (
          <>
            {identifiers.map(({ kind, masked, linkedAt }) => (
              <Line
                key={`${kind} ${masked} ${linkedAt}`}
                what={nameOf(`copy.identifier.${kind}`, kind)}
                value={`${masked} · ${momentInWords(linkedAt)}`}
              />
            ))}
            <Line what={say('copy.masked')} />
          </>
        )}
      </Section>
      <Section
        name="arrivals"
        title={say('copy.arrivals')}
        summary={say('copy.count', { count: arrivals.total })}
      >
        {() => (
          <>
            {arrivals.entries.map(({ kind, placement, occurredAt, isFirst }, index) => (
              <Line
                key={`${index} ${occurredAt}`}
                what={[isFirst ? say('copy.arrival.first') : '', say(`copy.arrival.${kind}`)]
                  .filter(Boolean)
                  .join(' · ')}
                value={[placement, momentInWords(occurredAt)].filter(Boolean).join(' · ')}
              />
            ))}
            <Extent total={arrivals.total} shown={arrivals.entries.length} />
          </>
        )}
      </Section>
      <Section
        name="consents"
        title={say('copy.consents')}
        summary={say('copy.count', { count: consents.total })}
      >
        {() => (
          <>
            {consents.entries.map(({ purpose, isGranted, decidedAt, textVersion }) => (
              <Line
                key={`${purpose} ${decidedAt}`}
                what={`${nameOf(`copy.purpose.${purpose}`, purpose)} · ${say(
                  isGranted ? 'copy.consent.granted' : 'copy.consent.withdrawn',
                )}`}
                value={`${momentInWords(decidedAt)} · ${textVersion}`}
              />
            ))}
            <Extent total={consents.total} shown={consents.entries.length} />
            {refusals.entries.map(({ conclusion, isRefused, decidedAt }) => (
              <Line
                key={`${conclusion} ${decidedAt}`}
                what={`${nameOf(`conclusion.${conclusion}`, conclusion)} · ${say(
                  isRefused ? 'copy.refusal.refused' : 'copy.refusal.allowed',
                )}`}
                value={momentInWords(decidedAt)}
              />
            ))}
          </>
        )}
      </Section>
    </>
  );
}
