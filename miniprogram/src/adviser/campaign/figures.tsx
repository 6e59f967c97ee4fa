import { Text, View } from '@tarojs/components';
import type { CampaignResults } from '@siyu/shared/contracts/campaign-results';
import type { CampaignPreview } from '@siyu/shared/contracts/campaigns';
import {
  campaignChangeSentences,
  campaignOutcomeNames,
  campaignReasonSentences,
} from '@siyu/shared/messages';
import { Row } from '../../components/row';
import type { AdviserMessage } from '@siyu/shared/messages';
import { tell } from '../tell';

const people = (count: number): string => tell('campaign.people', { count });

/** How many get it, and how many do not for which reason. */
export function Preview({ preview }: { readonly preview: CampaignPreview | null }) {
  return (
    <View id="campaign-preview" className="card card--rows">
      <Text className="card-title">{tell('campaign.preview')}</Text>
      {preview === null ? (
        <Text className="advise__text">{tell('campaign.no_preview')}</Text>
      ) : (
        <>
          {preview.isStale ? <Text className="advise__problem">{tell('campaign.stale')}</Text> : null}
          <Row title={tell('campaign.included')} value={people(preview.included)} />
          {preview.reasons.map(({ reason, members }) => (
            <Row key={reason} title={campaignReasonSentences[reason]} value={people(members)} />
          ))}
        </>
      )}
    </View>
  );
}

/** What became of those who were to get it; what is nobody's is left out. */
export function Results({ results }: { readonly results: CampaignResults | null }) {
  if (results === null)
    return (
      <View id="campaign-results" className="card">
        <Text className="card-title">{tell('campaign.results')}</Text>
        <Text className="advise__text">{tell('campaign.no_results')}</Text>
      </View>
    );
  const others: readonly (readonly [AdviserMessage, number])[] = [
    ['campaign.queued', results.queued],
    ['campaign.dropped', results.dropped],
    ['campaign.withdrawn', results.withdrawn],
    ['campaign.unknown', results.unknown],
    ['campaign.failed', results.failed],
  ];
  return (
    <View id="campaign-results" className="card card--rows">
      <Text className="card-title">{tell('campaign.results')}</Text>
      <Row title={tell('campaign.sent')} value={people(results.sent)} />
      <Row title={campaignOutcomeNames.OPENED} value={people(results.opened)} />
      <Row title={campaignOutcomeNames.READ} value={people(results.readToEnd)} />
      <Row title={campaignOutcomeNames.CONSULTED} value={people(results.consulted)} />
      <Row title={campaignOutcomeNames.CONVERTED} value={people(results.converted)} />
      {others
        .filter(([, count]) => count > 0)
        .map(([code, count]) => (
          <Row key={code} title={tell(code)} value={people(count)} />
        ))}
      {results.changes.map(({ reason, members }) => (
        <Row key={reason} title={campaignChangeSentences[reason]} value={people(members)} />
      ))}
    </View>
  );
}
