import { Body, Controller, Req } from '@nestjs/common';
import {
  ApplyAsProfessional,
  OwnProfessional,
  ProfessionalPictureSent,
} from '@siyu/shared/contracts/professional';
import { PROFESSIONAL_PICTURE_BYTES_MAX } from '@siyu/shared/contracts/professional.limits';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import type { FastifyRequest } from 'fastify';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { numberOf } from '../number-of.ts';
import { OwnProfessionals } from './own-professional.ts';
import { ProfessionalPictures } from './professional-pictures.ts';
import { pictureMissing } from './professional.errors.ts';

const member = { audience: 'member' } as const;

@Controller()
export class ProfessionalController {
  constructor(
    private readonly own: OwnProfessionals,
    private readonly pictures: ProfessionalPictures,
  ) {}

  @Bind(professionalRoutes.getOwn, { response: OwnProfessional })
  @Access(member)
  getOwn(@Caller() caller: Principal): Promise<OwnProfessional> {
    return this.own.get(numberOf(caller));
  }

  @Bind(professionalRoutes.sendPicture, { response: ProfessionalPictureSent, status: 201, takesFile: true })
  @Access(member)
  async sendPicture(
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<ProfessionalPictureSent> {
    // One byte more, so that it is us who say that a picture is too large.
    const limits = { fileSize: PROFESSIONAL_PICTURE_BYTES_MAX + 1 };
    const part = request.isMultipart() ? await request.file({ limits }) : undefined;
    if (part === undefined) throw pictureMissing();
    return { pictureId: await this.pictures.take(numberOf(caller), part.file) };
  }

  @Bind(professionalRoutes.apply, { response: OwnProfessional })
  @Access(member)
  async apply(
    @Caller() caller: Principal,
    @Body({ schema: ApplyAsProfessional }) told: ApplyAsProfessional,
  ): Promise<OwnProfessional> {
    const memberNo = numberOf(caller);
    await this.own.apply(caller, memberNo, told);
    return this.own.get(memberNo);
  }

  @Bind(professionalRoutes.becomeOrdinary, { response: OwnProfessional })
  @Access(member)
  async becomeOrdinary(@Caller() caller: Principal): Promise<OwnProfessional> {
    const memberNo = numberOf(caller);
    await this.own.becomeOrdinary(caller, memberNo);
    return this.own.get(memberNo);
  }
}
