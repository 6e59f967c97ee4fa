import { Injectable } from '@nestjs/common';
import { isOpen } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { Brakes } from '../../../foundation/brakes/index.ts';
import { type Staff, StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Config } from '../../../platform/config/index.ts';
import { SegmentAudiences } from '../../../insight/segments/index.ts';
import { AdvisoryContracts } from '../../../records/advisory/index.ts';
import { ExternalIds, Identity } from '../../../records/identity/index.ts';
import { MarketingAdmission } from '../../../records/notifications/index.ts';
import { ProductShelf, type ShelvedProduct } from '../../../records/products/index.ts';
import { SuitabilityGate } from '../../../records/suitability/index.ts';
import { type SentContent, SentContents } from '../../../services/content/index.ts';
import type { Campaign, SeenDetail } from './campaign.entity.ts';
import {
  type Arm,
  armsOf,
  type AskedCampaign,
  type AskedMember,
  judgeMember,
  type MemberVerdict,
} from './judge-member.ts';

/** A campaign with all that is asked of it at one moment. */
export interface KnownCampaign extends AskedCampaign {
  readonly campaign: Campaign;
  readonly sender: Staff | null;
  /** The published version now; null: withdrawn. */
  readonly content: SentContent | null;
  readonly products: ReadonlyMap<string, ShelvedProduct>;
}

/** A verdict, and on which sides of the lots the member stands. */
export interface JudgedMember extends MemberVerdict {
  readonly arms: readonly Arm[];
}

/** Facts that decide who gets a campaign; the preview and the sending read them alike, for some hundred members at once. */
@Injectable()
export class CampaignFacts {
  constructor(
    private readonly config: Config,
    private readonly brakes: Brakes,
    private readonly directory: StaffDirectory,
    private readonly segments: SegmentAudiences,
    private readonly contracts: AdvisoryContracts,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly admission: MarketingAdmission,
    private readonly shelf: ProductShelf,
    private readonly gate: SuitabilityGate,
    private readonly contents: SentContents,
  ) {}

  /** What holds for all its members. */
  async of(manager: EntityManager, campaign: Campaign): Promise<KnownCampaign> {
    const { senderId, contentId, channel, segmentKeys, excludedSegmentKeys } = campaign;
    const staff = await this.directory.listStaffByIds(senderId === null ? [] : [senderId], manager);
    const sender = staff.get(senderId ?? '') ?? null;
    const content = await this.contents.find(contentId, manager);
    const products = await this.shelf.byIds(productIdsOf(campaign), manager);
    const named = [...products.values()].map(({ code, name }) => `${code} ${name}`);
    const hold = await this.brakes.findHold(
      {
        channel: channel === 'FEED_CARD' ? 'APP' : 'WECOM_TASK',
        contentId,
        staffIds: senderId === null ? [] : [senderId],
        words: named.join('\n'),
      },
      manager,
    );
    return {
      campaign,
      sender,
      content,
      products,
      segmentKeys,
      excludedSegmentKeys,
      segments: await this.segments.list(manager),
      isAdvice: campaign.contentLabel === 'advice',
      isByWecom: channel === 'WECOM_MASS_SEND',
      isLicensed: sender !== null && sender.isRegistered && sender.roles.includes('adviser'),
      stopped: hold === null ? null : hold.targetName,
      isContentCurrent:
        content !== null &&
        content.version === campaign.contentVersion &&
        content.sha256 === campaign.contentSha256,
    };
  }

  /**
   * A verdict for each member, in their order; a dozen statements for some hundred.
   * @param at when it is to be sent
   */
  async judge(
    manager: EntityManager,
    known: KnownCampaign,
    memberNos: readonly number[],
    at: number,
  ): Promise<ReadonlyMap<number, JudgedMember>> {
    if (memberNos.length === 0) return new Map();
    const { campaign } = known;
    const keys = [...new Set([...known.segmentKeys, ...known.excludedSegmentKeys])];
    const persons = await this.identity.personsOf(memberNos);
    const advisers = await this.identity.advisersOf(memberNos, manager);
    const closed = await this.identity.closedAmong(memberNos, manager);
    const present = await this.segments.presentIn(memberNos, keys, manager);
    const purposes = await this.identity.permittedPurposesOf(
      memberNos,
      ['SERVICE', 'MARKETING', 'PROFILING'],
      manager,
    );
    const contracts = known.isAdvice ? await this.contracts.activeAmong(memberNos, manager) : NONE;
    const unsuitable = await this.unsuitableTo(manager, known, memberNos);
    const readings = await this.contents.readingsOf(memberNos, campaign.contentId, manager);
    const contacts = known.isByWecom ? await this.contactsOf(memberNos) : new Map<number, string>();
    const suppressed = await this.admission.foreseeMarketing(memberNos, at, manager);
    return new Map(
      memberNos.map((memberNo): [number, JudgedMember] => {
        const member: AskedMember = {
          memberNo,
          // Who was merged into another registration is looked at, and reached, as that one.
          isInBook:
            advisers.get(memberNo) === campaign.senderId && persons.get(memberNo)?.memberNo === memberNo,
          isClosed: closed.has(memberNo),
          inSegments: present.get(memberNo) ?? NO_KEYS,
          purposes: purposes.get(memberNo) ?? NO_KEYS,
          hasContract: contracts.has(memberNo),
          unsuitable: unsuitable.get(memberNo) ?? [],
          isRead: readings.get(memberNo)?.isReadToEnd === true,
          isContact: contacts.has(memberNo),
          suppression: suppressed.get(memberNo) ?? null,
        };
        const verdict = judgeMember(known, member);
        return [memberNo, { ...verdict, arms: armsOf(known, member, verdict) }];
      }),
    );
  }

  /** What WeCom calls each of them; who is no contact is absent. */
  contactsOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const issuer = this.config.wecom?.corpId ?? '';
    return this.externalIds.of(memberNos, { kind: 'wecom_external_contact', issuer });
  }

  /** What speaks against its products of each of the members; of none it is empty. */
  async unsuitableTo(
    manager: EntityManager,
    { campaign, products }: KnownCampaign,
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, readonly SeenDetail[]>> {
    const productIds = productIdsOf(campaign);
    if (productIds.length === 0) return new Map();
    const pairs = await this.gate.foresee({ door: 'PUSH', memberNos, productIds }, manager);
    const gone = productIds.filter((productId) => !products.has(productId));
    const missing = gone.map((about) => ({ code: 'NOT_IN_REGISTER', about }));
    const seen = new Map<number, SeenDetail[]>(memberNos.map((memberNo) => [memberNo, [...missing]]));
    for (const pair of pairs) seen.get(pair.memberNo)?.push(...detailsOf(pair, products));
    return seen;
  }
}

const NONE: ReadonlySet<number> = new Set();
const NO_KEYS: ReadonlySet<string> = new Set();

/** All that is matched with each member, those first that the writer said. */
export const productIdsOf = ({
  productIds,
  namedProductIds,
}: Readonly<Record<'productIds' | 'namedProductIds', readonly string[]>>): readonly string[] => [
  ...new Set([...productIds, ...namedProductIds]),
];

function detailsOf(
  { productId, match }: Awaited<ReturnType<SuitabilityGate['foresee']>>[number],
  products: ReadonlyMap<string, ShelvedProduct>,
): readonly SeenDetail[] {
  if (isOpen(match)) return [];
  const about = products.get(productId)?.name ?? productId;
  const codes = match.verdict === 'UNSUITABLE' ? match.reasons : ['NOTICES_DUE'];
  return codes.map((code) => ({ code, about }));
}
