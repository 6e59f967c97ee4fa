import type { MatchedOffer, MemberMatches } from '@siyu/shared/contracts/matching';
import {
  investorLevelNames,
  lifeStageNames,
  matchReasonNames,
  offeredServiceNames,
  productTypeNames,
} from '@siyu/shared/messages';
import { INVESTOR_LEVELS, LIFE_STAGES } from '@siyu/shared/suitability';

/** What is spoken of, in words. */
export function offerSaid({ offer }: Pick<MatchedOffer, 'offer'>): string {
  if (offer.kind === 'CONTENT') return `内容：${offer.code}`;
  if (offer.kind === 'SERVICE') return `服务：${offeredServiceNames[offer.code]}`;
  return `产品类别：${productTypeNames[offer.code]}`;
}

/** @example levelSaid('C3') // => 'C3 稳健型' */
export function levelSaid(level: string): string {
  const known = INVESTOR_LEVELS.find((each) => each === level);
  return known === undefined ? '没有有效的风险测评' : investorLevelNames[known];
}

/** What of the member the matrix asked for. */
export const reasonsSaid = (reasons: MatchedOffer['reasons']): string =>
  reasons
    .map(({ code, about, name }) => {
      if (code === 'SEGMENT') return `在「${name ?? about}」里`;
      if (code === 'LEVEL') return levelSaid(about);
      const stage = LIFE_STAGES.find((each) => each === about);
      return stage === undefined ? '对每位客户都适合' : `人生阶段是${lifeStageNames[stage]}`;
    })
    .join('，');

/** What speaks against a category. */
export const againstSaid = (against: MatchedOffer['against']): string =>
  against.map((reason) => matchReasonNames[reason]).join('，');

/** From what it was judged. */
export function basisSaid({ lifeStage, level, isSwitchedOff, version }: MemberMatches): string {
  const stage =
    lifeStage === null ? '人生阶段未知' : `人生阶段按客户说的出生年份算是${lifeStageNames[lifeStage]}`;
  const sorted = isSwitchedOff ? '客户关闭了个性化服务，客群和人生阶段都没有用' : stage;
  return `${sorted}；风险承受能力：${levelSaid(level)}。按「适合谈什么」第 ${version} 版，不按收益排序。`;
}
