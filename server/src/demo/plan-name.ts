import type { SeededRandom } from './seeded-random.ts';

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚',
];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红娥玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞桦馨宇浩然子轩晨博文思远志诚安宁',
];

/** A name that many people could have. */
export function planName(random: SeededRandom): string {
  const [surname = '王', ...rest] = SURNAMES;
  const [given = '明', ...others] = GIVEN;
  const second = random.chance(0.7) ? random.pick([given, ...others]) : '';
  return random.pick([surname, ...rest]) + random.pick([given, ...others]) + second;
}
