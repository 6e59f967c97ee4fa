import { Text, View } from '@tarojs/components';
import type { MatchedProductRow, MemberSuitability } from '@siyu/shared/contracts/member-suitability';
import {
  investorStandingNames,
  callBackNames,
  investorLevelNames,
  matchReasonNames,
  matchVerdictNames,
  riskLevelNames,
  trustedRelationNames,
} from '@siyu/shared/messages';
import { Chip } from '../../components/chip';
import { Row } from '../../components/row';
import { dayInWords } from '../../words/dates';
import { tell } from '../tell';

/** Where the member stands, and what has to be minded before a product is spoken of. */
export function Suitability({ suitability }: { readonly suitability: MemberSuitability | null }) {
  if (suitability === null)
    return (
      <View id="advised-suitability" className="card">
        <Text className="card-title">{tell('suit.title')}</Text>
        <Text className="advise__text">{tell('suit.withheld')}</Text>
      </View>
    );
  const { standing, level, validUntil, professionalUntil, callBack, trustedRelation, isAdvised } =
    suitability;
  return (
    <View id="advised-suitability" className="card card--rows">
      <Text className="card-title">{tell('suit.title')}</Text>
      <Row title={tell('suit.standing')} value={investorStandingNames[standing]} />
      <Row
        title={tell('suit.level')}
        value={level === null ? tell('suit.level.none') : investorLevelNames[level]}
      />
      {validUntil === null ? null : <Row title={tell('suit.until')} value={dayInWords(validUntil)} />}
      <Row
        title={tell('suit.professional')}
        value={
          professionalUntil === null
            ? tell('suit.ordinary')
            : tell('suit.professional.until', { date: dayInWords(professionalUntil) })
        }
      />
      <Row title={tell('suit.call_back')} value={callBackNames[callBack]} />
      <Row
        title={tell('suit.trusted')}
        value={trustedRelation === null ? tell('suit.trusted.none') : trustedRelationNames[trustedRelation]}
      />
      <Row title={tell('suit.contract')} value={tell(isAdvised ? 'suit.contract.yes' : 'suit.contract.no')} />
      {suitability.hasRefusedInformation ? (
        <Text className="advise__problem">{tell('suit.refused')}</Text>
      ) : null}
    </View>
  );
}

/** What the gate would say now of each product on sale, with everything that speaks against it. */
export function Matches({ products }: { readonly products: readonly MatchedProductRow[] }) {
  return (
    <View id="advised-matches" className="card card--rows">
      <Text className="card-title">{tell('match.title')}</Text>
      {products.length === 0 ? <Text className="advise__text">{tell('match.none')}</Text> : null}
      {products.map(({ productId, name, level, verdict, reasons }) => (
        <View key={productId} className="advise__line">
          <Text className="advise__name">{name}</Text>
          <View className="advise__chips">
            {level === null ? null : <Chip text={riskLevelNames[level]} />}
            <Chip tone={verdict === 'SUITABLE' ? 'success' : 'gold'} text={matchVerdictNames[verdict]} />
          </View>
          {reasons.length === 0 ? null : (
            <Text className="meta">{reasons.map((reason) => matchReasonNames[reason]).join(' · ')}</Text>
          )}
        </View>
      ))}
      <Text className="meta advise__note">{tell('match.note')}</Text>
    </View>
  );
}
