import { Body, Controller, Req } from '@nestjs/common';
import {
  AdviserSession,
  OpenAdviserSession,
  OpenedPhone,
  TiePhone,
} from '@siyu/shared/contracts/staff-phone';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import type { FastifyRequest } from 'fastify';
import { Access, Bind } from '../../platform/http/index.ts';
import { AdviserSignIn } from './adviser-sign-in.service.ts';
import { signInOrigin } from './sign-in-origin.ts';

@Controller()
export class StaffPhoneController {
  constructor(private readonly signIn: AdviserSignIn) {}

  @Bind(staffPhoneRoutes.tiePhone, { response: AdviserSession, status: 201 })
  @Access({ audience: 'public' })
  tiePhone(
    @Body({ schema: TiePhone }) body: TiePhone,
    @Req() { headers, ip }: FastifyRequest,
  ): Promise<AdviserSession> {
    return this.signIn.tie(body, signInOrigin(headers['user-agent'], ip));
  }

  @Bind(staffPhoneRoutes.openSession, { response: OpenedPhone })
  @Access({ audience: 'public' })
  openSession(
    @Body({ schema: OpenAdviserSession }) { code }: OpenAdviserSession,
    @Req() { headers, ip }: FastifyRequest,
  ): Promise<OpenedPhone> {
    return this.signIn.open(code, signInOrigin(headers['user-agent'], ip));
  }
}
