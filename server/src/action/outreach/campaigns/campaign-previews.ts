import { Injectable } from '@nestjs/common';
import { CAMPAIGN_AUDIENCE_MAX } from '@siyu/shared/contracts/campaigns.limits';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { CampaignFacts } from './campaign-facts.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { PreviewArm } from './campaign-outcome.entity.ts';
import { AudiencePreview, type Campaign, PreviewedMember } from './campaign.entity.ts';
import { audienceTooLarge, noWecomName } from './campaigns.errors.ts';

/** Everybody of a preview, and on which sides of the lots they stand. */
interface Looked {
  readonly rows: readonly PreviewedMember[];
  readonly arms: readonly PreviewArm[];
}
/** So many members are looked at together. */
const PAGE = 200;

/** Looks at everybody in the sender's book, and keeps who would get a campaign and why nobody else would (I-06). */
@Injectable()
export class CampaignPreviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly shelf: CampaignShelf,
    private readonly facts: CampaignFacts,
  ) {}

  /** @throws {AppError} campaigns.changed, campaigns.no_licence, campaigns.no_wecom_name, campaigns.audience_too_large */
  async take(caller: Principal, campaignId: string, revision: number): Promise<void> {
    // Asked beforehand, so that nobody's book is walked for nothing; and again in the transaction that keeps it.
    const campaign = await this.database.runInTransaction((tx) =>
      this.shelf.lockFor(tx, caller, campaignId, 'PREVIEW', revision),
    );
    const previewId = this.randomness.uuid();
    const takenAt = this.clock.now();
    const plannedFor = Math.max(takenAt, campaign.scheduledFor ?? 0);
    const { rows, arms } = await this.#look(campaign, previewId, plannedFor);
    const included = rows.filter(({ isIncluded }) => isIncluded).length;
    const preview: AudiencePreview = {
      ...{ previewId, campaignId, revision, takenAt, plannedFor, included },
      excluded: rows.length - included,
      sha256: previewSha256({ campaignId, revision, plannedFor }, rows),
    };
    await this.database.runInTransaction(async (tx) => {
      await this.shelf.lockFor(tx, caller, campaignId, 'PREVIEW', revision);
      await insertRows(tx, AudiencePreview, [preview]);
      await insertRows(tx, PreviewedMember, rows);
      await insertRows(tx, PreviewArm, arms);
      const { excluded, sha256 } = preview;
      const change = { previewId, included };
      const inputs = { previewId, revision, included, excluded, sha256 };
      await this.shelf.change(tx, campaign, caller, 'campaigns.take_preview', { change, inputs });
    });
  }

  /** In the order of their numbers. Whoever is in none of the segments asked for is nobody's question. */
  async #look(campaign: Campaign, previewId: string, at: number): Promise<Looked> {
    const { read } = this.database;
    const known = await this.facts.of(read, campaign);
    if (known.isByWecom && known.sender?.wecomUserId === null) throw noWecomName();
    const [rows, arms]: [PreviewedMember[], PreviewArm[]] = [[], []];
    for (let after: number | undefined = 0; after !== undefined;) {
      const page: readonly number[] = await this.identity.bookOf(campaign.senderId ?? '', after, PAGE);
      const verdicts = await this.facts.judge(read, known, page, at);
      for (const [memberNo, { reason, details, arms: own }] of verdicts) {
        if (reason === 'NOT_IN_SEGMENT') continue;
        rows.push({ previewId, memberNo, isIncluded: reason === null, reason, details: [...details] });
        arms.push(...own.map((arm) => ({ previewId, memberNo, ...arm })));
      }
      if (rows.length > CAMPAIGN_AUDIENCE_MAX) throw audienceTooLarge();
      after = page.length < PAGE ? undefined : page.at(-1);
    }
    return { rows, arms };
  }
}

/** Whoever has the rows can make it again. */
const previewSha256 = (
  of: Pick<AudiencePreview, 'campaignId' | 'revision' | 'plannedFor'>,
  rows: readonly PreviewedMember[],
): string =>
  sha256OfJson({
    ...of,
    members: rows.map(({ memberNo, reason, details }) => ({ memberNo, reason, details })),
  });
