/** A WeChat account that somebody is signed in with on a phone. */
export interface PhoneAccount {
  readonly account: string;
  readonly nickname: string;
  /** One line for the person who picks an account. */
  readonly description: string;
}

/** The demo investors; what they have done so far is written by the server's demo firm. */
export const demoAccounts: readonly PhoneAccount[] = [
  { account: 'demo-1', nickname: '林晓', description: '第一次打开，还没有同意条款' },
  { account: 'demo-2', nickname: '周桂兰', description: '在投教群里，刚开始学第一条路径' },
  { account: 'demo-3', nickname: '陈志远', description: '有投顾，很久以前买过一次' },
  { account: 'demo-4', nickname: '赵敏', description: '学完一条路径，近期有购买' },
  { account: 'demo-5', nickname: '黄建国', description: '买得少但金额大' },
  { account: 'demo-6', nickname: '吴佳', description: '坚持定投，学完进阶路径' },
  { account: 'demo-7', nickname: '孙立', description: '不希望个性化推荐' },
  { account: 'demo-8', nickname: '何雨', description: '有投顾，一课读到一半' },
];

/** Any other account of this shape is a person who has just taken out a new phone. */
export const ACCOUNT_PATTERN = /^[a-z0-9][a-z0-9-]{0,39}$/;
