import type { CampaignDetail, CampaignDraft } from '@siyu/shared/contracts/campaigns';
import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { useKeptDraft } from '../editor/kept-draft.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { AudienceStep } from './audience-step.tsx';
import { CampaignActs } from './campaign-acts.tsx';
import { campaignPath } from './campaign-address.ts';
import { CampaignChip } from './campaign-chip.tsx';
import { campaignCrumb } from './campaign-crumb.tsx';
import {
  campaignChanges,
  campaignPlaceName,
  checkCampaign,
  EMPTY_CAMPAIGN,
  stepOf,
  WIZARD_STEPS,
  type WizardStep,
} from './campaign-draft.ts';
import { campaignOptionsQuery, takeCampaign } from './campaign-queries.ts';
import { campaignSentence, nextStep } from './campaign-words.ts';
import { ContentStep } from './content-step.tsx';
import { LastReview } from './last-review.tsx';
import { PreviewStep } from './preview-step.tsx';
import { TimeStep } from './time-step.tsx';
import { useCampaignActs } from './use-campaign-acts.ts';
import '../styles/campaign.css';

const stepNames = {
  content: '内容',
  audience: '方式和受众',
  time: '时间',
  preview: '预览和提交',
} as const satisfies Record<WizardStep, string>;

/** Writes a campaign that is not there yet. */
export function NewCampaign() {
  const navigate = useNavigate();
  const [key] = useState(newRequestKey);
  const { draft, setDraft, forget } = useKeptDraft<CampaignDraft>('campaign.new', '', EMPTY_CAMPAIGN);
  const create = useMutation({
    mutationFn: () => callOnce(campaignsRoutes.createCampaign, { body: draft }, key),
    onSuccess: (detail) => {
      takeCampaign(detail);
      forget();
      void navigate(`${campaignPath(detail.campaignId)}?step=preview`, { replace: true });
    },
  });
  return (
    <Wizard
      draft={draft}
      setDraft={setDraft}
      stored={null}
      sentence="保存以后成为草稿，再看预览、提交给合规同事复核。"
      error={create.error}
      isSaving={create.isPending}
      onSave={() => create.mutate()}
      acts={null}
      notices={null}
      preview={null}
    />
  );
}

/** Changes a campaign; whatever was looked at or decided before counts no more then. */
export function CampaignWizard({ detail }: { detail: CampaignDetail }) {
  const [, setParams] = useSearchParams();
  const acts = useCampaignActs(detail, () => setParams({ step: 'preview' }, { replace: true }));
  const { draft, setDraft, isEdited, giveUp } = useKeptDraft<CampaignDraft>(
    `campaign.${detail.campaignId}`,
    String(detail.revision),
    detail.draft,
  );
  return (
    <Wizard
      draft={draft}
      setDraft={setDraft}
      stored={detail}
      sentence={nextStep(detail)}
      error={acts.save.error ?? acts.submit.error}
      isSaving={acts.save.isPending}
      onSave={isEdited ? () => acts.save.mutate(draft) : null}
      acts={isEdited ? null : <CampaignActs detail={detail} acts={acts} onEdit={null} />}
      notices={
        <>
          <LastReview detail={detail} />
          {!detail.content.isCurrent && (
            <div className="notice notice-warning">内容撤下了或有了新的版本，保存一次就换成现在的版本。</div>
          )}
          {isEdited && (
            <div className="notice notice-warning">
              与已保存的不同：{campaignChanges(detail.draft, draft).map(campaignPlaceName).join('、')}
              。修改留在这台电脑上，保存后才算数。
              <Button type="link" size="small" onClick={giveUp}>
                放弃修改
              </Button>
            </div>
          )}
        </>
      }
      preview={isEdited ? null : <PreviewStep detail={detail} acts={acts} />}
    />
  );
}

interface WizardProps {
  readonly draft: CampaignDraft;
  readonly setDraft: (draft: CampaignDraft) => void;
  /** Null: a new one. */
  readonly stored: CampaignDetail | null;
  readonly sentence: string;
  readonly error: unknown;
  readonly isSaving: boolean;
  /** Null: nothing is to be saved. */
  readonly onSave: (() => void) | null;
  /** What can be done with what is stored. */
  readonly acts: ReactNode;
  readonly notices: ReactNode;
  /** Null: what is written must be saved first. */
  readonly preview: ReactNode;
}

/** The campaign as a sentence, and under it one step after the other; the address says which. */
function Wizard({ draft, setDraft, stored, onSave, preview, ...props }: WizardProps) {
  const [params, setParams] = useSearchParams();
  const options = useQuery(campaignOptionsQuery(''));
  const [showsPlaces, setShowsPlaces] = useState(false);
  const [chosen, setChosen] = useState<{ readonly contentId: string; readonly title: string } | null>(null);
  const places = checkCampaign(draft);
  const asked = WIZARD_STEPS.find((each) => each === params.get('step')) ?? 'content';
  const step = asked === 'preview' && preview === null ? 'time' : asked;
  const go = (to: WizardStep) => setParams({ step: to }, { replace: true });
  const known = [
    ...(stored === null ? [] : [stored.content]),
    ...(chosen === null ? [] : [chosen]),
    ...(options.data?.contents ?? []),
  ];
  const contentTitle = known.find(({ contentId }) => contentId === draft.contentId)?.title ?? null;
  const next = WIZARD_STEPS[WIZARD_STEPS.indexOf(step) + 1];
  const save = () => {
    setShowsPlaces(true);
    const [first] = places;
    if (first === undefined) onSave?.();
    else go(stepOf(first.path));
  };
  const part = {
    draft,
    stored,
    options: options.data,
    contentTitle,
    places: showsPlaces ? places : [],
    choose: (contentId: string, title: string) => {
      setChosen({ contentId, title });
      setDraft({ ...draft, contentId });
    },
    change: (changed: Partial<CampaignDraft>) => setDraft({ ...draft, ...changed }),
  };
  return (
    <>
      <PageHeader
        crumb={campaignCrumb}
        title={stored?.name ?? '新建推送计划'}
        chips={stored !== null && <CampaignChip state={stored.state} />}
        actions={props.acts}
      />
      <div className="notice" role="status">
        {props.sentence}
      </div>
      {props.notices}
      <FailureNotice error={props.error} nameOf={campaignPlaceName} />
      <FailureNotice error={options.error} />
      <ol className="wizard-steps" aria-label="步骤">
        {WIZARD_STEPS.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === step ? 'step' : undefined}
              disabled={each === 'preview' && preview === null}
              onClick={() => go(each)}
            >
              <b>{index + 1}</b>
              {stepNames[each]}
            </button>
          </li>
        ))}
      </ol>
      {step === 'preview' ? (
        preview
      ) : (
        <section className="card campaign-step" aria-label={stepNames[step]}>
          <p className="rule-said" role="status">
            {campaignSentence(draft, {
              contentTitle,
              segments: [...(stored?.segments ?? []), ...(options.data?.segments ?? [])],
              groups: [...(stored?.groups ?? []), ...(options.data?.groups ?? [])],
            })}
          </p>
          {step === 'content' && <ContentStep {...part} />}
          {step === 'audience' && <AudienceStep {...part} />}
          {step === 'time' && <TimeStep {...part} />}
          <div className="actions">
            {next !== undefined && (next !== 'preview' || preview !== null) && (
              <Button type="primary" onClick={() => go(next)}>
                下一步
              </Button>
            )}
            {onSave !== null && (
              <Button type={step === 'time' ? 'primary' : 'default'} loading={props.isSaving} onClick={save}>
                保存草稿
              </Button>
            )}
          </div>
        </section>
      )}
    </>
  );
}
