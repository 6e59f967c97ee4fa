import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import { bandMembers } from './band-members.ts';
import type { DemoLesson, DemoMember, DemoPurchase } from './demo-member.ts';
import { adviserOfBranch } from './demo-staff.ts';
import { phoneMembers } from './phone-accounts.ts';
import { SeededRandom } from './seeded-random.ts';

const SEED = 20_231_124;
const CROWD = 378;
const PATHS = ['first-steps', 'fund-craft', 'long-view'] as const;
const PATH_LENGTH = 4;
const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞桦馨宇浩然子轩晨博文思远志诚安宁',
];

/**
 * The whole population. Numbers follow what is known of such markets (few active, few buyers, heavy tails),
 * with more affluent members mixed in than a market has, so that screens are not empty.
 */
export function planMembers(): readonly DemoMember[] {
  const random = new SeededRandom(SEED);
  const crowd = Array.from({ length: CROWD }, (_, index) => planMember(random, `crowd-${index + 1}`));
  return [...phoneMembers, ...bandMembers, ...crowd];
}

function planMember(random: SeededRandom, key: string): DemoMember {
  const branch = random.pick([0, 0, 0, 1, 1, 2]);
  const registeredDaysAgo = random.int(2, random.chance(0.5) ? 90 : 700);
  const consents = planConsents(random);
  const hasAgreed = consents.includes('SERVICE');
  const isLinked = consents.includes('SENSITIVE') && random.chance(0.9);
  const isReader = hasAgreed && random.chance(0.5);
  return {
    key,
    account: null,
    name: planName(random),
    branch,
    registeredDaysAgo,
    consents,
    adviser: hasAgreed && random.chance(0.5) ? adviserOfBranch(branch) : null,
    isLinked,
    purchases: isLinked && random.chance(0.5) ? planPurchases(random) : [],
    lessons: isReader ? planLessons(random, Math.min(registeredDaysAgo, 60)) : [],
    begun: null,
  };
}

function planName(random: SeededRandom): string {
  const [surname = '王', ...rest] = SURNAMES;
  const [given = '明', ...others] = GIVEN;
  const second = random.chance(0.7) ? random.pick([given, ...others]) : '';
  return random.pick([surname, ...rest]) + random.pick([given, ...others]) + second;
}

function planConsents(random: SeededRandom): ConsentPurpose[] {
  if (random.chance(0.06)) return [];
  const consents: ConsentPurpose[] = ['SERVICE'];
  if (random.chance(0.85)) consents.push('PROFILING');
  if (random.chance(0.5)) consents.push('MARKETING');
  if (random.chance(0.6)) consents.push('SENSITIVE');
  return consents;
}

function planPurchases(random: SeededRandom): DemoPurchase[] {
  const isAffluent = random.chance(0.15);
  const assetsYuan = isAffluent ? random.lognormal(800_000, 1) : random.lognormal(20_000, 1.6);
  if (random.chance(0.12)) {
    const every = random.pick([1, 7, 7, 7, 7, 30, 30, 30, 30, 30]);
    const ticketYuan = Math.max(10, Math.round((assetsYuan * every) / 3000));
    const days = Math.floor(random.int(60, 365) / every);
    return Array.from({ length: days }, (_, index) => purchaseOf(random, 1 + index * every, ticketYuan));
  }
  return Array.from({ length: random.int(1, 6) }, () => {
    // Small shares of the assets are common, large ones rare.
    const share = random.next() * random.next() * 0.5;
    return purchaseOf(random, random.int(1, 420), Math.max(10, assetsYuan * share));
  });
}

function purchaseOf(random: SeededRandom, daysAgo: number, amountYuan: number): DemoPurchase {
  const amountFen = Math.round(amountYuan * 100);
  // A few benefits are clawed back.
  const rate = random.chance(0.01) ? -0.001 : 0.002 + random.next() * 0.008;
  return {
    daysAgo,
    secondOfDay: random.int(34_200, 54_000),
    productCode: random.pick(['FUND-INDEX', 'FUND-BALANCED', 'FUND-BOND', 'ADVISORY-A']),
    amountFen,
    benefitFen: Math.round(amountFen * rate),
  };
}

function planLessons(random: SeededRandom, withinDays: number): DemoLesson[] {
  const finished: DemoLesson[] = [];
  let daysAgo = random.int(1, Math.max(1, withinDays));
  for (const pathCode of PATHS) {
    const count = random.chance(0.3) ? PATH_LENGTH : random.int(0, 2);
    for (let position = 1; position <= count; position += 1) {
      finished.push({ pathCode, position, daysAgo, hasQuiz: random.chance(0.6) });
      daysAgo = Math.max(0, daysAgo - random.int(0, 4));
    }
    if (random.chance(0.6)) break;
  }
  return finished;
}
