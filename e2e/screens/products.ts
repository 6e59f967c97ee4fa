import type { ProductPage, ShownProducts } from '@siyu/shared/contracts/product-shelf';

const idOf = (nth: number): string => `01900000-0000-7000-8000-00000000e10${nth}`;

const terms = { horizonMonths: 24, isPrivate: false, levelValidUntil: '2027-11-30' } as const;

/** What a member of C3 sees, with a product that they named themselves. */
export const SHOWN_PRODUCTS: ShownProducts = {
  products: [
    {
      productId: idOf(1),
      code: 'SY1003',
      name: '思域均衡混合',
      level: 'R3',
      terms: { ...terms, type: 'FUND_MIXED' },
    },
    {
      ...{ productId: idOf(2), code: 'SY1002', name: '思域双季债券', level: 'R2' },
      terms: { ...terms, type: 'FUND_BOND', horizonMonths: 6 },
    },
    {
      ...{ productId: idOf(3), code: 'SY1001', name: '思域日日货币', level: 'R1' },
      terms: { ...terms, type: 'FUND_MONEY', horizonMonths: 0 },
    },
  ],
  nextCursor: null,
  reasons: [],
  asked: [{ productId: idOf(4), code: 'SY1004', name: '思域消费股票', level: 'R4' }],
};

/** A product above the own level, asked for a moment ago. */
export const ASKED_PAGE: ProductPage = {
  product: { productId: idOf(4), code: 'SY1004', name: '思域消费股票', level: 'R4' },
  terms: null,
  askedUntil: '2026-12-30T06:20:00.000Z',
  isAboveLevel: true,
  isHighRisk: false,
  steps: [
    { kind: 'NOT_SUITABLE', isGiven: false },
    { kind: 'SPECIAL_RISK_WARNING', isGiven: false },
    { kind: 'CONFIRMATION', isGiven: false },
  ],
  next: {
    kind: 'NOT_SUITABLE',
    version: 1,
    sha256: 'a'.repeat(64),
    text: '这个产品的风险高于您的风险承受能力，不适合您。我们没有向您推荐它。',
  },
  purchase: 'STEPS',
  reasons: [],
  coolsUntil: null,
  clearedUntil: null,
};

/** A product of high risk that the own level bears. */
export const HIGH_RISK_PAGE: ProductPage = {
  ...ASKED_PAGE,
  product: { productId: idOf(5), code: 'SY1007', name: '思域先锋结构', level: 'R5' },
  terms: { ...terms, type: 'STRUCTURED' },
  askedUntil: null,
  isAboveLevel: false,
  isHighRisk: true,
  steps: [
    { kind: 'MORE_INFORMATION', isGiven: false },
    { kind: 'RISK_POINTS', isGiven: false },
  ],
  next: {
    kind: 'MORE_INFORMATION',
    version: 1,
    sha256: 'a'.repeat(64),
    text: '这是高风险产品。请您再告诉我们：这笔钱占您资产的多少，最多能亏多少，多久以后要用。',
  },
};

/** The same with everything read: the time to think it over runs. */
export const COOLING_PAGE: ProductPage = {
  ...HIGH_RISK_PAGE,
  steps: HIGH_RISK_PAGE.steps.map(({ kind }) => ({ kind, isGiven: true })),
  next: null,
  purchase: 'COOLING',
  coolsUntil: '2026-12-01T06:20:00.000Z',
};
