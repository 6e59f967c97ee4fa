import type { Afb2023Model } from '@siyu/shared/rfm';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const count = z.coerce
  .number()
  .int()
  .nullable()
  .transform((value) => value ?? 0);
const BandChanges = z.object({
  scored: count,
  amountBandChanges: count,
  frequencyBandChanges: count,
  benefitBandChanges: count,
  anyBandChanges: count,
  /** Whose sums are of another window: their bands are not known before they are summed anew. */
  otherWindows: count,
});
export type BandChanges = z.infer<typeof BandChanges>;

interface Fragment {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Band of a measure by cuts, as `bandOf` of the scoring core: the lower bound belongs to the band. */
function bandBy(measure: Fragment, cuts: readonly number[]): Fragment {
  return {
    sql: `(1${cuts.map(() => ` + CASE WHEN ${measure.sql} >= ? THEN 1 ELSE 0 END`).join('')})`,
    values: cuts.flatMap((cut) => [...measure.values, cut]),
  };
}

/** Branches whose members a model scores: these, or all but these and those without a branch. */
export interface Scored {
  readonly model: Afb2023Model;
  readonly branchIds: readonly string[];
  readonly isAllOthers: boolean;
}

/** How many members would stand in another band by a model, from the sums that are kept of them; one pass. */
export async function countBandChanges(
  manager: EntityManager,
  { model, branchIds, isAllOthers }: Scored,
): Promise<BandChanges> {
  const bands = [
    { stored: 'f.amount_band', fresh: bandBy({ sql: 'f.amount_fen', values: [] }, model.amountCuts) },
    {
      stored: 'f.frequency_band',
      // Purchases × days against cut × window, in integers, as `frequencyBandOf`.
      fresh: bandBy(
        { sql: `f.purchases * ${Math.trunc(model.frequencyPerDays)}`, values: [] },
        model.frequencyCuts.map((cut) => cut * model.windowDays),
      ),
    },
    { stored: 'f.benefit_band', fresh: bandBy({ sql: 'f.benefit_fen', values: [] }, model.benefitCuts) },
  ].map(({ stored, fresh }) => ({ sql: `${stored} <> ${fresh.sql}`, values: fresh.values }));
  const [amount, frequency, benefit] = bands;
  const whole = {
    sql: bands.map(({ sql }) => `(${sql})`).join(' OR '),
    values: bands.flatMap((b) => b.values),
  };
  const counted = (condition: Fragment | undefined, name: string): Fragment => ({
    sql: `SUM(CASE WHEN ${condition?.sql ?? '1 = 0'} THEN 1 ELSE 0 END) AS ${name}`,
    values: condition?.values ?? [],
  });
  const selects = [
    counted(amount, 'amountBandChanges'),
    counted(frequency, 'frequencyBandChanges'),
    counted(benefit, 'benefitBandChanges'),
    counted(whole, 'anyBandChanges'),
    counted({ sql: 'f.window_days <> ?', values: [model.windowDays] }, 'otherWindows'),
  ];
  const marks = branchIds.map(() => '?').join(',');
  const among =
    branchIds.length === 0
      ? '1 = 1'
      : isAllOthers
        ? `(m.branch_id IS NULL OR m.branch_id NOT IN (${marks}))`
        : `m.branch_id IN (${marks})`;
  const rows: unknown = await manager.query(
    `SELECT COUNT(*) AS scored, ${selects.map(({ sql }) => sql).join(', ')}
     FROM member_facts f JOIN members m ON m.member_no = f.member_no
     WHERE f.score_hundredths IS NOT NULL AND ${among}`,
    [...selects.flatMap(({ values }) => values), ...branchIds],
  );
  return z.array(BandChanges).length(1).parse(rows)[0] ?? noChanges;
}

const noChanges: BandChanges = {
  scored: 0,
  amountBandChanges: 0,
  frequencyBandChanges: 0,
  benefitBandChanges: 0,
  anyBandChanges: 0,
  otherWindows: 0,
};

/** Sums of several models; each member is scored by one of them. */
export function addBandChanges(all: readonly BandChanges[]): BandChanges {
  return all.reduce(
    (sum, each) => ({
      scored: sum.scored + each.scored,
      amountBandChanges: sum.amountBandChanges + each.amountBandChanges,
      frequencyBandChanges: sum.frequencyBandChanges + each.frequencyBandChanges,
      benefitBandChanges: sum.benefitBandChanges + each.benefitBandChanges,
      anyBandChanges: sum.anyBandChanges + each.anyBandChanges,
      otherWindows: sum.otherWindows + each.otherWindows,
    }),
    noChanges,
  );
}
