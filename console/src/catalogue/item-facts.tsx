import type { ItemRow } from '@siyu/shared/contracts/catalogue-desk';
import { catalogueKindNames, itemStateNames } from '@siyu/shared/messages';
import { formatAmount, formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';

/** The terms of an item, as they are or would be. */
export function ItemFacts({ row }: { row: ItemRow }) {
  const { draft } = row;
  return (
    <>
      {draft.summary !== '' && <p className="say">{draft.summary}</p>}
      <Facts
        facts={[
          ['状态', itemStateNames[row.state]],
          ['种类', catalogueKindNames[draft.kind]],
          ['需要的积分', formatCount(draft.points)],
          ['价值', formatAmount(draft.valueFen)],
          ['总数', formatCount(draft.stock)],
          ['每人最多', formatCount(draft.perMember)],
          ['兑换时间', `${formatInstant(draft.from)} 至 ${formatInstant(draft.until)}`],
          ['换到后有效', draft.validDays === null ? '长期' : `${draft.validDays} 天`],
          ['作者', row.authorName],
          ...(row.withdrawalReason === null ? [] : ([['下架原因', row.withdrawalReason]] as const)),
        ]}
      />
      {draft.kind === 'COURSE' && (
        <p className="note">
          上架期间，这条学习路径只有换到的客户能学；下架后对所有人开放，换到的客户不受影响。
        </p>
      )}
    </>
  );
}
