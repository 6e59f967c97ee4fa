import { Injectable } from '@nestjs/common';
import type { RelationHistory } from '@siyu/shared/rfm';

/** Facts of a relation that come from modules of their own. */
export type RelationEvidence = Pick<
  RelationHistory,
  'consultationsRated' | 'riskAssessments' | 'coCreations'
>;
export const noEvidence: RelationEvidence = { consultationsRated: [], riskAssessments: [], coCreations: [] };

/** Where scoring learns of consultations, risk assessments and contributions. */
export abstract class RelationEvidenceSource {
  /**
   * By member number; those of whom nothing is known are absent.
   * @param seq only what was known when the members' clocks stood there; everything when null
   */
  abstract evidenceOf(
    memberNos: readonly number[],
    seq: number | null,
  ): Promise<ReadonlyMap<number, RelationEvidence>>;
}

/** Consultations, assessments and contributions come with their modules; until then nobody has any. */
@Injectable()
export class NoRelationEvidence extends RelationEvidenceSource {
  override async evidenceOf(): Promise<ReadonlyMap<number, RelationEvidence>> {
    return new Map();
  }
}
