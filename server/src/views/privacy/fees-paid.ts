import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import { FEE_SOURCES, type FeeSource } from '@siyu/shared/contracts/privacy.limits';
import { addFen, fen } from '@siyu/shared/money';
import { purchasesOf } from '@siyu/shared/rfm';
import type { CopiedFact } from './transaction-facts.query.ts';

type FeesPaid = AccessCopy['fees'];

/**
 * What a member paid the firm, by source: fees that stand once every correction has been heard, by the same reading
 * of the facts as the scores. A claw-back is negative. Every source is named, also one of which nothing was paid.
 */
export function feesPaid(facts: readonly CopiedFact[]): FeesPaid {
  const bySource = FEE_SOURCES.map((source) => {
    const charged = purchasesOf(facts.flatMap((fact) => of(source, fact))).filter(
      ({ benefitFen }) => benefitFen !== 0,
    );
    const amountFen = charged.reduce((sum, { benefitFen }) => addFen(sum, benefitFen), fen(0));
    return { source, count: charged.length, amountFen };
  });
  const totalFen = bySource.reduce((sum, { amountFen }) => addFen(sum, amountFen), fen(0));
  return { totalFen, bySource };
}

/** The fact as far as it tells of one source: other income falls away, what it belongs to stays. */
function of(source: FeeSource, { benefitSource, ...fact }: CopiedFact): CopiedFact[] {
  if (fact.kind === 'benefit') return benefitSource === source ? [{ ...fact, benefitSource }] : [];
  return [{ ...fact, benefitSource, benefitFen: source === 'with_purchase' ? fact.benefitFen : null }];
}
