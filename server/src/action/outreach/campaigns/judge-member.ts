import type { CampaignReason } from '@siyu/shared/contracts/campaigns.limits';
import type { SuppressionReason } from '@siyu/shared/contracts/notifications.limits';
import type { SeenDetail } from './campaign.entity.ts';

/** What holds for a campaign as a whole at this moment. */
export interface AskedCampaign {
  readonly segmentKeys: readonly string[];
  readonly excludedSegmentKeys: readonly string[];
  /** Of these segments, those there are now. */
  readonly segments: ReadonlyMap<
    string,
    { readonly name: string; readonly isHeldOut: (memberNo: number) => boolean }
  >;
  readonly isAdvice: boolean;
  readonly isByWecom: boolean;
  readonly isLicensed: boolean;
  /** What is stopped, by the name of its brake; null: nothing. */
  readonly stopped: string | null;
  readonly isContentCurrent: boolean;
}
/** What is known of a member at this moment. */
export interface AskedMember {
  readonly memberNo: number;
  readonly isInBook: boolean;
  readonly isClosed: boolean;
  readonly inSegments: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
  readonly hasContract: boolean;
  /** What speaks against the products; empty: nothing, or there are none. */
  readonly unsuitable: readonly SeenDetail[];
  readonly isRead: boolean;
  readonly isContact: boolean;
  /** Of the budget of contacts. */
  readonly suppression: SuppressionReason | null;
}
export interface MemberVerdict {
  /** Null: gets it. */
  readonly reason: CampaignReason | null;
  readonly details: readonly SeenDetail[];
}

const against = (reason: CampaignReason, details: readonly SeenDetail[] = []): MemberVerdict => {
  return { reason, details };
};

/**
 * Whether a member gets a campaign, and else the first reason why not, in the order of `CAMPAIGN_REASONS`. A preview and
 * the sending ask the same of the facts of their moment: what differs between them is a fact that has changed.
 */
export function judgeMember(campaign: AskedCampaign, member: AskedMember): MemberVerdict {
  const { segments, segmentKeys } = campaign;
  const asked = segmentKeys.filter((key) => member.inSegments.has(key));
  if (!member.isInBook) return against('NOT_IN_BOOK');
  if (member.isClosed) return against('ACCOUNT_CLOSED');
  if (segmentKeys.length > 0 && asked.length === 0) return against('NOT_IN_SEGMENT');
  const excluded = campaign.excludedSegmentKeys.find((key) => member.inSegments.has(key));
  if (excluded !== undefined) return against('EXCLUDED', [segmentSeen(campaign, excluded)]);
  if (!campaign.isLicensed) return against('NO_LICENCE');
  if (campaign.stopped !== null) return against('STOPPED', [{ code: 'BRAKE', about: campaign.stopped }]);
  if (!campaign.isContentCurrent) return against('CONTENT_CHANGED');
  if (!member.purposes.has('SERVICE')) return against('NO_SERVICE_CONSENT');
  if (!member.purposes.has('MARKETING')) return against('NO_MARKETING_CONSENT');
  const isSorted = segmentKeys.length > 0 || campaign.excludedSegmentKeys.length > 0;
  if (isSorted && !member.purposes.has('PROFILING')) return against('SWITCHED_OFF');
  if (campaign.isAdvice && !member.hasContract) return against('NO_CONTRACT');
  if (member.unsuitable.length > 0) return against('UNSUITABLE', member.unsuitable);
  if (member.isRead) return against('ALREADY_READ');
  if (campaign.isByWecom && !member.isContact) return against('NO_WECOM_CONTACT');
  const { suppression } = member;
  if (suppression !== null)
    return against(suppression === 'NO_CONSENT' ? 'NO_MARKETING_CONSENT' : suppression);
  // Last of all: whom the lot holds back would have got it, and is like those who do.
  const held = asked.find((key) => segments.get(key)?.isHeldOut(member.memberNo) === true);
  if (held !== undefined) return against('HELD_OUT', [segmentSeen(campaign, held)]);
  return { reason: null, details: [] };
}

/** A side of a segment's lot on which a member stands, so that the effect on its members can be told. */
export interface Arm {
  readonly segmentKey: string;
  readonly isHeldOut: boolean;
}

/**
 * For each segment asked for, on which side of its lot somebody stands who would get the campaign but for the lots. Whom
 * several lots hold back stands nowhere: whoever gets it was let pass by every lot, and is compared with those whom all
 * lots but the one let pass.
 */
export function armsOf(
  { segments, segmentKeys }: AskedCampaign,
  { memberNo, inSegments }: Pick<AskedMember, 'memberNo' | 'inSegments'>,
  { reason }: MemberVerdict,
): readonly Arm[] {
  if (reason !== null && reason !== 'HELD_OUT') return [];
  const asked = segmentKeys.filter((key) => inSegments.has(key));
  const holding = asked.filter((key) => segments.get(key)?.isHeldOut(memberNo) === true);
  const [only] = holding;
  if (only === undefined) return asked.map((segmentKey) => ({ segmentKey, isHeldOut: false }));
  return holding.length === 1 ? [{ segmentKey: only, isHeldOut: true }] : [];
}

const segmentSeen = ({ segments }: AskedCampaign, key: string): SeenDetail => {
  return { code: 'SEGMENT', about: segments.get(key)?.name ?? key };
};
