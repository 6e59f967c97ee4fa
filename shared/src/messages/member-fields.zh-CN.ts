import { groupNames, stageNames, tierNames } from './staff.zh-CN.ts';

/** How a field of a rule is spoken of. */
export interface FieldWords {
  readonly name: string;
  /** What its numbers count, such as 课. */
  readonly unit?: string;
  /** A level is low or high; everything else with numbers is little or much. */
  readonly isLevel?: boolean;
  /** What is true of the member when it is so, and when it is not. */
  readonly yes?: string;
  readonly no?: string;
  /** Whether it is known of everybody, so that what is not so is the other. */
  readonly isAlwaysKnown?: boolean;
  /** Names of its codes. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** What rules can ask about a member, in words, by key of the field; for staff only. */
export const memberFieldWords: Readonly<Record<string, FieldWords>> = {
  stage: { name: '同行阶段', choices: stageNames },
  stageReachedOn: { name: '到达现在阶段的日期' },
  isAccountLinked: { name: '关联账户', yes: '已关联账户', no: '没有关联账户', isAlwaysKnown: true },
  lessonsCompleted: { name: '学完的课', unit: '课' },
  lastActiveAt: { name: '最近一次活动' },
  preset: { name: '评分的分档方案' },
  purchases: { name: '观察期内的购买', unit: '次' },
  amountFen: { name: '观察期内的购买金额' },
  benefitFen: { name: '观察期内带来的收入' },
  amountBand: { name: '数量档位', unit: '档', isLevel: true },
  frequencyBand: { name: '质量档位', unit: '档', isLevel: true },
  benefitBand: { name: '效益档位', unit: '档', isLevel: true },
  score: { name: '综合分', unit: '分', isLevel: true },
  group: { name: '价值客群', choices: groupNames },
  isCore: { name: '核心客户', yes: '是核心客户', no: '不是核心客户' },
  isHighBenefitTail: {
    name: '效益高的其余客户',
    yes: '不在重要客群而效益档位高',
    no: '在重要客群或效益档位不高',
  },
  isLapsedKey: { name: '久未购买的重要客户', yes: '是久未购买的重要客户', no: '不是久未购买的重要客户' },
  lastPurchaseOn: { name: '最近一次购买' },
  rfeRecencyBand: { name: '最近参与档位', unit: '档', isLevel: true },
  rfeFrequencyBand: { name: '参与次数档位', unit: '档', isLevel: true },
  rfeDepthBand: { name: '参与深度档位', unit: '档', isLevel: true },
  tieBand: { name: '联系强度', unit: '档', isLevel: true },
  assetsFen: { name: '在本公司持有的资产' },
  tier: { name: '资产分级', choices: tierNames },
  randomBucket: { name: '随机分组' },
  segment: { name: '自定义客群' },
};
