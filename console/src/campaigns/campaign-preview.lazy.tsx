import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import type { CampaignReason } from '@siyu/shared/contracts/campaigns.limits';
import { campaignReasonSentences } from '@siyu/shared/messages';
import { useState } from 'react';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { CampaignMembers } from './campaign-members.tsx';
import { PostPanel } from './post-panel.tsx';
import '../styles/campaign.css';

type Preview = NonNullable<CampaignDetail['preview']>;

interface CampaignPreviewProps {
  readonly campaignId: string;
  readonly preview: Preview;
}

/** Exactly who gets it, who does not and why: the same for who writes it and for who decides on it. */
export default function CampaignPreview({ campaignId, preview }: CampaignPreviewProps) {
  const [shown, setShown] = useState<CampaignReason | 'included' | 'excluded'>('included');
  const { included, excluded, reasons, takenAt, plannedFor, sha256, post } = preview;
  const all = included + excluded;
  const asOf = `看于 ${formatInstant(takenAt)}`;
  return (
    <section className="card campaign-preview" aria-label="预览">
      <h2>预览</h2>
      <p className="campaign-figures" role="status">
        <DefinedFigure definition="看过的客户里，现在一条理由都没有碍着的" asOf={asOf}>
          <span className="score-figure">{formatCount(included)}</span> 位会收到
        </DefinedFigure>
        <DefinedFigure definition="看过的客户里，至少有一条理由不能发的，按先碍着的那一条归类" asOf={asOf}>
          <span className="score-figure">{formatCount(excluded)}</span> 位不会
        </DefinedFigure>
      </p>
      {all > 0 && (
        <div
          className="campaign-split"
          role="img"
          aria-label={`${formatCount(all)} 位里 ${formatCount(included)} 位会收到`}
        >
          <i style={{ width: `${(included / all) * 100}%` }} />
        </div>
      )}
      <p className="note">
        {formatInstant(takenAt)} 逐位看过，按 {formatInstant(plannedFor)} 发出来算。内容指纹{' '}
        {sha256.slice(0, 12)}。{preview.isStale && '之后又有修改，这份预览不能再用来提交。'}
      </p>
      {post !== null && <PostPanel post={post} />}
      {post === null && reasons.length > 0 && (
        <>
          <h3>为什么不发</h3>
          <ul className="stage-bars campaign-reasons">
            {reasons.map(({ reason, members }) => (
              <li key={reason}>
                <button type="button" aria-pressed={shown === reason} onClick={() => setShown(reason)}>
                  {campaignReasonSentences[reason]}
                </button>
                <span>
                  <i style={{ display: 'block', width: `${(members / excluded) * 100}%` }} />
                </span>
                <b>{formatCount(members)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="campaign-which" role="group" aria-label="看哪些客户">
        {(['included', 'excluded'] as const).map((which) => (
          <button key={which} type="button" aria-pressed={shown === which} onClick={() => setShown(which)}>
            {which === 'included' ? '会收到的' : '全部不会的'}
          </button>
        ))}
        {shown !== 'included' && shown !== 'excluded' && (
          <span className="note">只看：{campaignReasonSentences[shown]}</span>
        )}
      </div>
      <CampaignMembers
        campaignId={campaignId}
        previewId={preview.previewId}
        which={shown === 'included' ? 'included' : 'excluded'}
        reason={shown === 'included' || shown === 'excluded' ? null : shown}
      />
    </section>
  );
}
