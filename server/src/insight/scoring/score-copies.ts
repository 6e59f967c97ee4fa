import { Injectable } from '@nestjs/common';
import type { CopiedScores } from '@siyu/shared/messages';
import { decayedPoints, explain, tieStrengthOn, type DecayingSum } from '@siyu/shared/rfm';
import { dayOfInstant, epochDay, type EpochDay } from '@siyu/shared/time';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import type { KeptRfe, KeptScore, KeptTie } from './kept-state.ts';
import { ScoringHead } from './scoring-head.entity.ts';
import { ScoringModels } from './scoring-models.ts';
import { StoredHistory } from './stored-history.ts';
import { readKept } from './stored-kept.ts';

/** What every model keeps of a member at present, for the member's own copy. */
@Injectable()
export class ScoreCopies {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly models: ScoringModels,
    private readonly history: StoredHistory,
  ) {}

  /** @param memberNo the registration that stands for the person: scores are kept under it */
  async copyOf(memberNo: number): Promise<CopiedScores> {
    const { registeredAt } = await this.identity.getMember(memberNo);
    const stranger = { stage: 'STRANGER', reachedOn: dayOfInstant(registeredAt) } as const;
    const head = await this.database.read.findOneBy(ScoringHead, { memberNo });
    if (head === null) return { value: null, engagement: null, tie: null, relation: stranger };
    const asOf = epochDay(head.asOf);
    const { score, rfe, tie, relation } = readKept(await this.history.intervalsAt(memberNo, asOf, head.seq));
    const [value, engagement, strength] = await Promise.all([
      score && this.valueOf(score, asOf),
      rfe && this.engagementOf(rfe, asOf),
      tie && this.tieOf(tie, asOf),
    ]);
    return { value, engagement, tie: strength, relation: relation ?? stranger };
  }

  private async valueOf(score: KeptScore, asOf: EpochDay): Promise<CopiedScores['value']> {
    const model = await this.models.afbModelOf(score);
    if (model === null) throw new Error(`no set of cuts ${score.preset} in version ${score.configVersion}`);
    const { recentDays } = model.groups;
    return { explained: explain({ ...score, asOf }, model), group: score.groupCode, recentDays };
  }

  private async engagementOf(kept: KeptRfe, asOf: EpochDay): Promise<CopiedScores['engagement']> {
    const { windowDays, halfLifeDays } = await this.models.rfeModelOf(kept.configVersion);
    const depth = sumOf(kept.depthValue, kept.depthAnchorOn);
    return { ...kept, asOf, windowDays, depthHundredths: decayedPoints(depth, asOf, halfLifeDays) };
  }

  private async tieOf(kept: KeptTie, asOf: EpochDay): Promise<CopiedScores['tie']> {
    const model = await this.models.tieModelOf(kept.configVersion);
    const parts = {
      contact: sumOf(kept.contactValue, kept.contactAnchorOn),
      intensity: sumOf(kept.intensityValue, kept.intensityAnchorOn),
      memberReplies: sumOf(kept.memberRepliesValue, kept.memberRepliesAnchorOn),
      adviserReplies: sumOf(kept.adviserRepliesValue, kept.adviserRepliesAnchorOn),
      commitment: sumOf(kept.commitmentValue, kept.commitmentAnchorOn),
    };
    return { asOf, band: kept.band, strengthHundredths: tieStrengthOn(parts, asOf, model) };
  }
}

function sumOf(value: number | null, anchorOn: EpochDay | null): DecayingSum | null {
  return value === null || anchorOn === null ? null : { value, anchorOn };
}
