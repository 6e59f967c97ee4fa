import type { CampaignResults } from '@siyu/shared/contracts/campaign-results';
import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import { campaignOutcomeNames, campaignOutcomeSentences } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { ProgressBar } from '../list/progress-bar.tsx';
import { CampaignMembers } from './campaign-members.tsx';
import { CampaignUpliftPart } from './campaign-uplift.tsx';
import { rateSaid, resultsSentence, settledPercent } from './campaign-words.ts';
import { windowSaid } from './uplift-words.ts';
import '../styles/campaign.css';

interface CampaignResultsProps {
  readonly detail: CampaignDetail;
  readonly results: CampaignResults;
  /** Up to when, in words. */
  readonly asOf: string;
}

/** How far it has gone out, what came of it, whether that came from it, and every difference to the preview. */
export default function CampaignResultsPart({ detail, results, asOf }: CampaignResultsProps) {
  const { sent, dropped, window } = results;
  return (
    <section className="card campaign-results" aria-label="结果">
      <h2>结果</h2>
      <p role="status">{resultsSentence(results)}</p>
      {detail.state === 'SENDING' && <ProgressBar percent={settledPercent(results)} label="已处理" />}
      <ul className="stage-bars campaign-funnel">
        {stepsOf(results).map(({ name, definition, count }) => (
          <li key={name}>
            <DefinedFigure definition={definition} asOf={asOf}>
              {name}
            </DefinedFigure>
            <span>
              <i style={{ display: 'block', width: `${sent === 0 ? 0 : (count / sent) * 100}%` }} />
            </span>
            <b>{formatCount(count)}</b>
            <span className="note">{count !== sent && `占已发出的 ${rateSaid(count, sent)}`}</span>
          </li>
        ))}
      </ul>
      {window !== null && <p className="note">{windowSaid(window)}</p>}
      <CampaignUpliftPart uplift={results.uplift} />
      {dropped > 0 && detail.preview !== null && (
        <>
          <h3>与预览的差别</h3>
          <p className="note">
            这些客户在预览里会收到，发出前再核对时条件变了，所以没有发。没有人在复核以后被加进来。
          </p>
          <CampaignMembers
            campaignId={detail.campaignId}
            previewId={detail.preview.previewId}
            which="dropped"
            reason={null}
          />
        </>
      )}
    </section>
  );
}

/** From whom it reached to who signed; each step counts of those whom it reached. */
function stepsOf({ sent, opened, readToEnd, consulted, converted }: CampaignResults) {
  const counts = { OPENED: opened, READ: readToEnd, CONSULTED: consulted, CONVERTED: converted };
  const outcomes = (['OPENED', 'READ', 'CONSULTED', 'CONVERTED'] as const).map((outcome) => ({
    name: campaignOutcomeNames[outcome],
    definition: campaignOutcomeSentences[outcome],
    count: counts[outcome],
  }));
  const definition = '首页卡片已经放上，或企业微信已经收下任务的客户';
  return [{ name: '已发出', definition, count: sent }, ...outcomes];
}
