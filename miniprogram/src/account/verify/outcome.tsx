import { Text, View } from '@tarojs/components';
import type { PublicCard } from '@siyu/shared/contracts/verification';
import { platformNames } from '@siyu/shared/messages';
import { Row } from '../../components/row';
import { dayInWords } from '../../words/dates';
import { say } from '../../words/say';
import { CallUs } from '../call-us';
import type { Checked } from './use-check';

/** What the firm says of what was asked. */
export function Outcome({ checked }: { readonly checked: Checked }) {
  const { outcome, cards } = checked.answer;
  return (
    <View id="verify-outcome" className="card">
      <Text className={`verify__outcome verify__outcome--${outcome}`}>{say(`verify.${outcome}`)}</Text>
      <Text className="verify__words">{say(`verify.${outcome}.hint`)}</Text>
      {cards.map((card) => (
        <Facts key={`${card.kind} ${card.registrationNo ?? card.name} ${card.platform ?? ''}`} card={card} />
      ))}
      {outcome === 'not_found' ? <CallUs id="verify-call" /> : null}
    </View>
  );
}

function Facts({ card }: { readonly card: PublicCard }) {
  const { kind, name, registrationNo, branchName, ownerName, publishedOn, platform, isRetired } = card;
  return (
    <View>
      <Row title={say(`verify.kind.${kind}`)} value={name} />
      {registrationNo === null ? null : <Row title={say('verify.registration')} value={registrationNo} />}
      {branchName === null ? null : <Row title={say('verify.branch')} value={branchName} />}
      {ownerName === null ? null : <Row title={say('verify.owner')} value={ownerName} />}
      {platform === null ? null : <Row title={say('verify.platform')} value={platformNames[platform]} />}
      {publishedOn === null ? null : <Row title={say('verify.published')} value={dayInWords(publishedOn)} />}
      {isRetired ? <Row title={say('verify.state')} value={say('verify.retired')} /> : null}
    </View>
  );
}
