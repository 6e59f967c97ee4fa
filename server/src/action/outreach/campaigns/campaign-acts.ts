import { CAMPAIGN_ACTS, type CampaignAct, type CampaignState } from '@siyu/shared/contracts/campaigns.limits';
import type { Principal } from '../../../platform/http/index.ts';
import type { AudiencePreview, Campaign } from './campaign.entity.ts';

const EDITABLE: readonly CampaignState[] = ['DRAFT', 'IN_REVIEW', 'SCHEDULED'];
const OPEN: readonly CampaignState[] = [...EDITABLE, 'SENDING'];

/** What decides beside the campaign itself. */
export interface ActGrounds {
  readonly caller: Pick<Principal, 'id' | 'roles'>;
  /** Of the sender: whether the registration is in force. */
  readonly isLicensed: boolean;
  readonly preview: Pick<AudiencePreview, 'revision' | 'included' | 'post'> | null;
}

/** What a person may do with a campaign now: the one table that both the page and each act go by. */
export function actsOf(campaign: Campaign, grounds: ActGrounds): readonly CampaignAct[] {
  const { caller, isLicensed, preview } = grounds;
  const { state, senderId, writerId, revision } = campaign;
  const isCompliance = caller.roles.includes('compliance');
  const isSender = senderId === caller.id;
  const isUnclaimed = senderId === null && writerId === caller.id;
  const maySend = isSender && isLicensed && state === 'DRAFT';
  // Of a post the members among its viewers are included; those who are none read it too.
  const isForSomebody = preview !== null && (preview.included > 0 || preview.post?.refusal === null);
  const isPreviewed = isForSomebody && preview.revision === revision;
  const may: Readonly<Record<CampaignAct, boolean>> = {
    EDIT: isEditable(campaign) && (isUnclaimed || (isSender && isLicensed)),
    HAND_OVER: isUnclaimed && state === 'DRAFT',
    PREVIEW: maySend,
    SUBMIT: maySend && isPreviewed,
    CANCEL: OPEN.includes(state) && (isSender || isUnclaimed || isCompliance),
    DECIDE: isCompliance && state === 'IN_REVIEW' && !isSender && writerId !== caller.id,
  };
  return CAMPAIGN_ACTS.filter((act) => may[act]);
}

/** One that was stopped before anybody got it may be mended, and goes the whole way again. */
const isEditable = ({ state, sentThrough }: Campaign): boolean =>
  EDITABLE.includes(state) || (state === 'STOPPED' && sentThrough === 0);
