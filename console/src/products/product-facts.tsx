import type { ProductDetail } from '@siyu/shared/contracts/products';
import { productStateNames, productTypeNames, riskLevelNames } from '@siyu/shared/messages';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { horizonText } from './product-draft.ts';

/** What a product is, and the levels it had. */
export function ProductFacts({ product }: { product: ProductDetail }) {
  const { draft, state, isLevelExpired, authorName, endReason } = product;
  const until = draft.levelValidUntil === null ? '未填写' : `${formatCivilDay(draft.levelValidUntil)}前`;
  return (
    <>
      {isLevelExpired && (
        <div className="notice" role="status">
          风险等级已经过期，这个产品不会出现在任何客户面前。请重新评定后提交复核。
        </div>
      )}
      <Facts
        facts={[
          ['状态', productStateNames[state]],
          ['代码', draft.code],
          ['种类', productTypeNames[draft.type]],
          ['风险等级', draft.level === null ? '未评级' : riskLevelNames[draft.level]],
          ['等级有效至', until],
          ['投资期限', horizonText(draft.horizonMonths)],
          ['面向', draft.isPrivate ? '合格投资者（私募）' : '风险承受能力相符的客户'],
          ['登记人', authorName],
          ...(endReason === null ? [] : ([['停止销售的原因', endReason]] as const)),
        ]}
      />
      <ProductLevels product={product} />
    </>
  );
}

/** Every level that two people agreed on, the latest first. */
export function ProductLevels({ product: { levels } }: { product: ProductDetail }) {
  if (levels.length === 0) return null;
  return (
    <section aria-label="评级记录">
      <h2>评级记录</h2>
      <ul className="placements">
        {levels.map(({ version, level, validUntil, deciderName, decidedAt }) => (
          <li key={version}>
            第 {version} 版 · {riskLevelNames[level]}，有效至 {formatCivilDay(validUntil)}前
            <div className="note">
              {deciderName}于 {formatInstant(decidedAt)} 复核通过
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
