import { Body, Controller, Query } from '@nestjs/common';
import { callbacksRoutes } from '@siyu/shared/contracts/callbacks.routes';
import { z } from 'zod';
import { Access, Bind } from '../../../platform/http/index.ts';
import { PlatformCallbacks } from './platform-callbacks.ts';

const PlainText = z.string();

/** The two doors of the platforms. Whoever comes without their signature learns nothing but that. */
@Controller()
export class CallbacksController {
  constructor(private readonly callbacks: PlatformCallbacks) {}

  @Bind(callbacksRoutes.confirmWechatPush, { response: PlainText })
  @Access({ audience: 'machine', isSigned: true })
  confirmWechatPush(@Query() query: unknown): string {
    return this.callbacks.confirm('wechat', query);
  }

  @Bind(callbacksRoutes.takeWechatPush, { response: PlainText })
  @Access({ audience: 'machine', isSigned: true })
  async takeWechatPush(@Query() query: unknown, @Body() body: unknown): Promise<string> {
    await this.callbacks.take('wechat', { query, body });
    return 'success';
  }

  @Bind(callbacksRoutes.confirmWecomCallback, { response: PlainText })
  @Access({ audience: 'machine', isSigned: true })
  confirmWecomCallback(@Query() query: unknown): string {
    return this.callbacks.confirm('wecom', query);
  }

  @Bind(callbacksRoutes.takeWecomCallback, { response: PlainText })
  @Access({ audience: 'machine', isSigned: true })
  async takeWecomCallback(@Query() query: unknown, @Body() body: unknown): Promise<string> {
    await this.callbacks.take('wecom', { query, body });
    return '';
  }
}
