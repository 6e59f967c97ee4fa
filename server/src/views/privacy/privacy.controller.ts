import { Controller, Res } from '@nestjs/common';
import { AccessCopy } from '@siyu/shared/contracts/privacy';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import type { FastifyReply } from 'fastify';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { AccessCopies } from './access-copies.service.ts';

@Controller()
export class PrivacyController {
  constructor(private readonly copies: AccessCopies) {}

  @Bind(privacyRoutes.getAccessCopy, { response: AccessCopy })
  @Access({ audience: 'member' })
  getAccessCopy(@Caller() caller: Principal): Promise<AccessCopy> {
    return this.copies.read(caller);
  }

  @Bind(privacyRoutes.downloadAccessCopy, { response: AccessCopy })
  @Access({ audience: 'member' })
  async downloadAccessCopy(
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessCopy> {
    const copy = await this.copies.download(caller);
    void reply.header(
      'content-disposition',
      `attachment; filename="siyu-access-copy-${copy.madeAt.slice(0, 10)}.json"`,
    );
    return copy;
  }
}
