import { Injectable } from '@nestjs/common';
import type { RelationHistory } from '@siyu/shared/rfm';
import { ServiceHistories } from '../../records/engagement/index.ts';

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

/** Consultations and assessments as other systems told them; contributions come with their modules. */
@Injectable()
export class ServiceEvidence extends RelationEvidenceSource {
  constructor(private readonly services: ServiceHistories) {
    super();
  }

  override async evidenceOf(
    memberNos: readonly number[],
    seq: number | null,
  ): Promise<ReadonlyMap<number, RelationEvidence>> {
    const histories = await this.services.of(memberNos, seq);
    return new Map([...histories].map(([memberNo, history]) => [memberNo, { ...history, coCreations: [] }]));
  }
}
