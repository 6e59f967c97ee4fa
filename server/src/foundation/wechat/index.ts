export { WechatLogin } from './wechat-login.ts';
export { WechatModule } from './wechat.module.ts';
export type { WechatSession } from './wechat-session.ts';
