import { Injectable } from '@nestjs/common';
import type { RelationHistory } from '@siyu/shared/rfm';
import { type DayCount, ServiceHistories } from '../../records/engagement/index.ts';

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
   * @param days what they did, counted: whom the log has to be asked about
   */
  abstract evidenceOf(
    memberNos: readonly number[],
    seq: number | null,
    days: ReadonlyMap<number, readonly DayCount[]>,
  ): Promise<ReadonlyMap<number, RelationEvidence>>;
}

/** Consultations and assessments as other systems told them, and assessments of the app; contributions come with their modules. */
@Injectable()
export class ServiceEvidence extends RelationEvidenceSource {
  constructor(private readonly services: ServiceHistories) {
    super();
  }

  override async evidenceOf(
    memberNos: readonly number[],
    seq: number | null,
    days: ReadonlyMap<number, readonly DayCount[]>,
  ): Promise<ReadonlyMap<number, RelationEvidence>> {
    const assessed = memberNos.filter((memberNo) =>
      days.get(memberNo)?.some(({ type }) => type === 'risk_assessed'),
    );
    const [told, here] = await Promise.all([
      this.services.of(memberNos, seq),
      this.services.assessedHere(assessed, seq),
    ]);
    return new Map(
      [...new Set([...told.keys(), ...here.keys()])].map((memberNo) => {
        const history = told.get(memberNo) ?? noEvidence;
        const riskAssessments = [...history.riskAssessments, ...(here.get(memberNo) ?? [])];
        return [memberNo, { ...history, riskAssessments, coCreations: [] }];
      }),
    );
  }
}
