/** A WeChat account that somebody is signed in with on a phone. */
export interface PhoneAccount {
  readonly account: string;
  readonly nickname: string;
  /** One line for the person who picks an account. */
  readonly description: string;
}

/** The demo investors; what they have done so far is written by the server's demo firm. */
export const demoAccounts: readonly PhoneAccount[] = [
  { account: 'demo-1', nickname: '林晓', description: '演示投资者一' },
  { account: 'demo-2', nickname: '周桂兰', description: '演示投资者二' },
  { account: 'demo-3', nickname: '陈志远', description: '演示投资者三' },
  { account: 'demo-4', nickname: '赵敏', description: '演示投资者四' },
  { account: 'demo-5', nickname: '黄建国', description: '演示投资者五' },
  { account: 'demo-6', nickname: '吴佳', description: '演示投资者六' },
  { account: 'demo-7', nickname: '孙立', description: '演示投资者七' },
  { account: 'demo-8', nickname: '何雨', description: '演示投资者八' },
];

/** Any other account of this shape is a person who has just taken out a new phone. */
export const ACCOUNT_PATTERN = /^[a-z0-9][a-z0-9-]{0,39}$/;
