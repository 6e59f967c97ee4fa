import { describe, expect, it } from '@jest/globals';
import type { MatchedOffer } from '@siyu/shared/contracts/matching';
import { againstSaid, basisSaid, offerSaid, reasonsSaid } from './match-words.ts';

const offer = (of: MatchedOffer['offer']) => offerSaid({ offer: of });

describe('what suits to be spoken of, in words', () => {
  it('I-10 names what is offered, every reason of the member and what speaks against it', () => {
    expect(offer({ kind: 'CONTENT', code: '养老', contents: [] })).toBe('内容：养老');
    expect(offer({ kind: 'SERVICE', code: 'CONSULTATION' })).toBe('服务：一对一沟通');
    expect(offer({ kind: 'PRODUCT_TYPE', code: 'FUND_BOND' })).toBe('产品类别：债券基金');
    expect(
      reasonsSaid([
        { code: 'SEGMENT', about: 'rule.7', name: '常来学习的' },
        { code: 'LIFE_STAGE', about: 'NEAR_RETIREMENT', name: null },
        { code: 'LEVEL', about: 'C2', name: null },
      ]),
    ).toBe('在「常来学习的」里，人生阶段是临近退休，C2 谨慎型');
    expect(reasonsSaid([{ code: 'EVERYBODY', about: '', name: null }])).toBe('对每位客户都适合');
    expect(reasonsSaid([{ code: 'LEVEL', about: 'NONE', name: null }])).toBe('没有有效的风险测评');
    expect(againstSaid(['LEVEL_TOO_HIGH', 'HORIZON'])).toBe('风险高于承受能力，期限不符');
  });

  it('I-10 says from what it was judged, and when the member does not want to be sorted', () => {
    const known = { version: 2, isSwitchedOff: false, offered: [], withheld: [] };
    expect(basisSaid({ ...known, lifeStage: 'RAISING', level: 'C3' })).toBe(
      '人生阶段按客户说的出生年份算是育儿；风险承受能力：C3 稳健型。按「适合谈什么」第 2 版，不按收益排序。',
    );
    expect(basisSaid({ ...known, lifeStage: null, level: 'NONE' })).toContain(
      '人生阶段未知；风险承受能力：没有有效的风险测评',
    );
    expect(basisSaid({ ...known, isSwitchedOff: true, lifeStage: null, level: 'NONE' })).toContain(
      '关闭了个性化服务',
    );
  });
});
