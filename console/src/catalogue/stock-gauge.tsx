import type { ItemRow } from '@siyu/shared/contracts/catalogue-desk';
import { formatCount } from '../format/figures.ts';
import { ProgressBar } from '../list/progress-bar.tsx';

/** How much of the stock is taken now. */
export function StockGauge({ row: { taken, draft } }: { row: ItemRow }) {
  return (
    <>
      <ProgressBar percent={Math.floor((taken / draft.stock) * 100)} label={`「${draft.title}」已兑换`} />
      <div className="note">
        已兑 {formatCount(taken)} / 共 {formatCount(draft.stock)}
      </div>
    </>
  );
}
