import { Injectable } from '@nestjs/common';
import type { ImpactFigure, ImpactUnknown } from '@siyu/shared/contracts/analytics.limits';
import { presetBook } from '@siyu/shared/rfm';
import { Organisation } from '../../foundation/organisation/index.ts';
import { AfbBook } from '../../insight/scoring/index.ts';
import { Database } from '../../platform/database/index.ts';
import { addBandChanges, countBandChanges, type Scored } from './count-band-changes.query.ts';
import { countServed } from './count-served.query.ts';

/** One pass over the firm for each: more presets than these are told to be too many to count beforehand. */
const PRESETS_MAX = 20;

/** Whose bands would differ by another book of cuts. */
@Injectable()
export class BandImpact {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
  ) {}

  async impactOf(
    value: Record<string, unknown>,
  ): Promise<{ figures: Partial<Record<ImpactFigure, number>>; unknown: ImpactUnknown | null }> {
    const models = await this.#modelsOf(AfbBook.parse(value));
    if (models.length > PRESETS_MAX)
      return { figures: { scored: await this.countScored() }, unknown: 'TOO_MANY_PRESETS' };
    const counts = await Promise.all(models.map((each) => countBandChanges(this.database.read, each)));
    const { otherWindows, ...figures } = addBandChanges(counts);
    // Sums of another window say nothing about the bands of this one.
    return otherWindows > 0
      ? { figures: { scored: figures.scored }, unknown: 'WINDOW_CHANGES' }
      : { figures, unknown: null };
  }

  /** Members who have a score now. */
  async countScored(): Promise<number> {
    const cells = await countServed(this.database.read);
    return cells.reduce((total, { group, persons }) => total + (group === null ? 0 : persons), 0);
  }

  /** Each model with the branches whose members it scores. */
  async #modelsOf({ firm, branches }: AfbBook): Promise<readonly Scored[]> {
    const modelOf = presetBook(firm, branches);
    const apart = new Map<Scored['model'], string[]>();
    for (const { branchId, path } of await this.organisation.listBranches()) {
      const model = modelOf(path);
      if (model !== firm) apart.set(model, [...(apart.get(model) ?? []), branchId]);
    }
    return [
      { model: firm, branchIds: [...apart.values()].flat(), isAllOthers: true },
      ...[...apart].map(([model, branchIds]) => ({ model, branchIds, isAllOthers: false })),
    ];
  }
}
