import type { CampaignDetail, CampaignResults } from '@siyu/shared/contracts/campaigns';
import { formatCount } from '../format/figures.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { ProgressBar } from '../list/progress-bar.tsx';
import { CampaignMembers } from './campaign-members.tsx';
import { rateSaid, resultsSentence, settledPercent } from './campaign-words.ts';
import '../styles/campaign.css';

interface CampaignResultsProps {
  readonly detail: CampaignDetail;
  readonly results: CampaignResults;
  /** Up to when, in words. */
  readonly asOf: string;
}

/** How far it has gone out, what came of it, and every difference to the preview. */
export default function CampaignResultsPart({ detail, results, asOf }: CampaignResultsProps) {
  const { sent, opened, readToEnd, dropped } = results;
  const figures = [
    ['已发出', sent, '首页卡片已经放上，或企业微信已经收下任务的客户', null],
    ['打开', opened, '发出以后打开过这篇内容的客户', rateSaid(opened, sent)],
    ['读完', readToEnd, '发出以后把这篇内容读到末尾的客户', rateSaid(readToEnd, sent)],
  ] as const;
  return (
    <section className="card campaign-results" aria-label="结果">
      <h2>结果</h2>
      <p role="status">{resultsSentence(results)}</p>
      {detail.state === 'SENDING' && <ProgressBar percent={settledPercent(results)} label="已处理" />}
      <dl className="campaign-outcomes">
        {figures.map(([name, count, definition, rate]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <DefinedFigure definition={definition} asOf={asOf}>
                <span className="score-figure">{formatCount(count)}</span>
              </DefinedFigure>
              {rate !== null && <span className="note"> 占已发出的 {rate}</span>}
            </dd>
          </div>
        ))}
      </dl>
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
