import { Injectable } from '@nestjs/common';
import { CAMPAIGN_SUBJECT, type CampaignAct } from '@siyu/shared/contracts/campaigns.limits';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Audit } from '../../../foundation/audit/index.ts';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { actsOf } from './campaign-acts.ts';
import { AudiencePreview, Campaign } from './campaign.entity.ts';
import { actRefused, campaignChanged, campaignNotFound, noLicence } from './campaigns.errors.ts';

/** Campaigns as they are reached: who sees which, and the one way in which one changes. */
@Injectable()
export class CampaignShelf {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly directory: StaffDirectory,
  ) {}

  /** Compliance sees all; everybody else what they wrote or send. */
  seenBy({ id: callerId, roles }: Principal): SelectQueryBuilder<Campaign> {
    const query = this.database.read.createQueryBuilder(Campaign, 'campaign');
    return roles.includes('compliance')
      ? query.where('1 = 1')
      : query.where('(campaign.senderId = :callerId OR campaign.writerId = :callerId)', { callerId });
  }

  /** @throws {AppError} campaigns.not_found also for one of somebody else's */
  async get(caller: Principal, campaignId: string): Promise<Campaign> {
    const campaign = await this.seenBy(caller)
      .andWhere('campaign.campaignId = :campaignId', { campaignId })
      .getOne();
    if (campaign === null) throw campaignNotFound();
    return campaign;
  }

  async previewOf(
    { previewId }: Campaign,
    manager: EntityManager = this.database.read,
  ): Promise<AudiencePreview | null> {
    return previewId === null ? null : manager.findOneBy(AudiencePreview, { previewId });
  }

  /** The write comes first: whoever acts on it at the same time waits. */
  async lock({ manager }: Transaction, campaignId: string): Promise<Campaign> {
    await manager.update(Campaign, { campaignId }, { changedAt: this.clock.now() });
    const campaign = await manager.findOneBy(Campaign, { campaignId });
    if (campaign === null) throw campaignNotFound();
    return campaign;
  }

  /**
   * The campaign, locked, for an act that the caller may do now.
   * @param revision that the act was made from; null for acts that hold whatever was written since
   * @throws {AppError} campaigns.not_found, campaigns.changed, campaigns.no_licence, campaigns.act_refused
   */
  async lockFor(
    tx: Transaction,
    caller: Principal,
    campaignId: string,
    act: CampaignAct,
    revision: number | null,
  ): Promise<Campaign> {
    await this.get(caller, campaignId);
    const campaign = await this.lock(tx, campaignId);
    if (revision !== null && campaign.revision !== revision) throw campaignChanged();
    const isLicensed = await this.isLicensed(campaign.senderId, tx.manager);
    const preview = await this.previewOf(campaign, tx.manager);
    if (actsOf(campaign, { caller, isLicensed, preview }).includes(act)) return campaign;
    throw campaign.senderId === caller.id && !isLicensed ? noLicence() : actRefused();
  }

  /** Whether somebody may author and send: an adviser whose registration is in force (REQ-ADV-1). */
  async isLicensed(staffId: string | null, manager: EntityManager = this.database.read): Promise<boolean> {
    return staffId !== null && (await this.licensedAmong([staffId], manager)).has(staffId);
  }

  /** The same of many. */
  async licensedAmong(
    staffIds: readonly string[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlySet<string>> {
    const people = await this.directory.listStaffByIds(staffIds, manager);
    return new Set(
      staffIds.filter((staffId) => {
        const staff = people.get(staffId);
        return staff !== undefined && staff.isRegistered && staff.roles.includes('adviser');
      }),
    );
  }

  /** Writes what an act changes, with its row in the trail. */
  async change(
    tx: Transaction,
    { campaignId }: Pick<Campaign, 'campaignId'>,
    actor: Principal | 'system',
    action: string,
    { change, inputs = {} }: CampaignChange,
  ): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .update(Campaign)
      .set({ ...change, changedAt: this.clock.now() })
      .where({ campaignId })
      .execute();
    await this.note(tx, campaignId, actor, action, inputs);
  }

  note(
    tx: Transaction,
    subjectId: string,
    actor: Principal | 'system',
    action: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.audit.record(tx, { actor, action, subjectKind: CAMPAIGN_SUBJECT, subjectId, inputs });
  }
}

interface CampaignChange {
  readonly change: Partial<Campaign>;
  readonly inputs?: Readonly<Record<string, unknown>>;
}
