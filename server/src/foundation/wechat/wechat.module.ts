import { Module } from '@nestjs/common';
import { WechatLogin } from './wechat-login.ts';

@Module({ providers: [WechatLogin], exports: [WechatLogin] })
export class WechatModule {}
