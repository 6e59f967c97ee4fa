import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import {
  AppealComplaint,
  Complain,
  ComplaintPictureSent,
  OwnComplaint,
  OwnComplaintQuery,
  OwnComplaints as OwnComplaintPage,
} from '@siyu/shared/contracts/care';
import { COMPLAINT_PICTURE_BYTES_MAX } from '@siyu/shared/contracts/care.limits';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { pictureMissing } from './care.errors.ts';
import { ComplaintPictures } from './complaint-pictures.ts';
import { numberOf, OwnComplaints } from './own-complaints.ts';

const member = { audience: 'member' } as const;

@Controller()
export class CareController {
  constructor(
    private readonly complaints: OwnComplaints,
    private readonly pictures: ComplaintPictures,
  ) {}

  @Bind(careRoutes.complain, { response: OwnComplaint })
  @Access(member)
  complain(
    @Caller() caller: Principal,
    @Body({ schema: Complain }) told: z.output<typeof Complain>,
  ): Promise<OwnComplaint> {
    return this.complaints.complain(caller, told);
  }

  @Bind(careRoutes.listOwnComplaints, { response: OwnComplaintPage })
  @Access(member)
  listOwnComplaints(
    @Caller() caller: Principal,
    @Query({ schema: OwnComplaintQuery }) query: z.output<typeof OwnComplaintQuery>,
  ): Promise<OwnComplaintPage> {
    return this.complaints.list(caller, query);
  }

  @Bind(careRoutes.sendComplaintPicture, { response: ComplaintPictureSent, status: 201, takesFile: true })
  @Access(member)
  async sendComplaintPicture(
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
  ): Promise<ComplaintPictureSent> {
    // One byte more, so that it is us who say that a picture is too large.
    const limits = { fileSize: COMPLAINT_PICTURE_BYTES_MAX + 1 };
    const part = request.isMultipart() ? await request.file({ limits }) : undefined;
    if (part === undefined) throw pictureMissing();
    return { pictureId: await this.pictures.take(numberOf(caller), part.file) };
  }

  @Bind(careRoutes.appealComplaint, { response: OwnComplaint })
  @Access(member)
  appealComplaint(
    @Caller() caller: Principal,
    @Param('complaintId', { schema: PublicId }) complaintId: string,
    @Body({ schema: AppealComplaint }) { text }: AppealComplaint,
  ): Promise<OwnComplaint> {
    return this.complaints.appeal(caller, complaintId, text);
  }

  @Bind(careRoutes.acceptAnswer, { response: OwnComplaint })
  @Access(member)
  acceptAnswer(
    @Caller() caller: Principal,
    @Param('complaintId', { schema: PublicId }) complaintId: string,
  ): Promise<OwnComplaint> {
    return this.complaints.accept(caller, complaintId);
  }
}
