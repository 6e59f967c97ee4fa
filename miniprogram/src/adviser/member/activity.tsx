import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { AdvisedMember } from '@siyu/shared/contracts/adviser';
import { consentPurposeNames } from '@siyu/shared/messages';
import { Chip } from '../../components/chip';
import { Row } from '../../components/row';
import { dayInWords, momentInWords } from '../../words/dates';
import { tell } from '../tell';
import { eventInWords } from './event-in-words';

interface PartProps {
  readonly member: AdvisedMember;
}

function Card({ id, title, children }: { readonly id: string; readonly title: string; children: ReactNode }) {
  return (
    <View id={id} className="card card--rows">
      <Text className="card-title">{title}</Text>
      {children}
    </View>
  );
}

const Said = ({ text }: { readonly text: string }) => <Text className="advise__text">{text}</Text>;

/** What the member does as a score, in a sentence; never the money behind it. */
export function Score({ member: { score, withheld } }: PartProps) {
  return (
    <Card id="advised-score" title={tell('score.title')}>
      {score === null ? (
        <Said text={tell(withheld.scores === null ? 'score.none' : 'withheld')} />
      ) : (
        <>
          <Said
            text={tell('score.sentence', {
              score: (score.scoreHundredths / 100).toFixed(2),
              amount: score.amountBand,
              frequency: score.frequencyBand,
              benefit: score.benefitBand,
            })}
          />
          <Text className="meta">{tell('score.from', { date: dayInWords(score.fromDay) })}</Text>
        </>
      )}
    </Card>
  );
}

/** What waits for an answer in a group of the adviser's. */
export function Questions({ member: { questions, withheld } }: PartProps) {
  if (withheld.events !== null) return null;
  return (
    <Card id="advised-questions" title={tell('questions.title')}>
      {questions.length === 0 ? <Said text={tell('questions.none')} /> : null}
      {questions.map(({ text, askedAt }) => (
        <View key={`${askedAt} ${text}`} className="advise__line">
          <Said text={text} />
          <Text className="meta">{momentInWords(askedAt)}</Text>
        </View>
      ))}
    </Card>
  );
}

export function Engagement({ member: { engagement, withheld } }: PartProps) {
  return (
    <Card id="advised-engagement" title={tell('engagement.title')}>
      {withheld.events !== null ? (
        <Said text={tell('withheld')} />
      ) : engagement.length === 0 ? (
        <Said text={tell('engagement.none')} />
      ) : null}
      {engagement.map(({ type, count, lastAt }) => (
        <Row
          key={type}
          title={eventInWords(type)}
          value={tell('engagement.count', { count, at: momentInWords(lastAt) })}
        />
      ))}
    </Card>
  );
}

export function Learning({ member: { learning, withheld } }: PartProps) {
  if (withheld.events !== null) return null;
  return (
    <Card id="advised-learning" title={tell('learning.title')}>
      {learning.length === 0 ? <Said text={tell('learning.none')} /> : null}
      {learning.map(({ title, readPercent, at }) => (
        <Row
          key={`${title} ${at}`}
          title={title}
          value={tell('learning.percent', { percent: readPercent })}
        />
      ))}
    </Card>
  );
}

export function Consents({ member: { consents } }: PartProps) {
  return (
    <Card id="advised-consents" title={tell('consents.title')}>
      {consents.length === 0 ? <Said text={tell('consents.none')} /> : null}
      <View className="advise__chips">
        {consents.map((purpose) => (
          <Chip key={purpose} text={consentPurposeNames[purpose]} />
        ))}
      </View>
    </Card>
  );
}
