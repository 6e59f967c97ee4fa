import { Body, Controller, Param, Req } from '@nestjs/common';
import type { CardKind } from '@siyu/shared/contracts/verification.limits';
import {
  AskCheck,
  CardCode,
  CardKeyParam,
  CardKindParam,
  CheckAnswer,
  ReportFake,
  ReportPictureSent,
} from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import type { z } from 'zod';
import { REPORT_PICTURE_BYTES_MAX } from '@siyu/shared/contracts/verification.limits';
import type { FastifyRequest } from 'fastify';
import { Access, Bind } from '../../platform/http/index.ts';
import { CardCodes } from './card-codes.service.ts';
import { FakeReports } from './fake-reports.service.ts';
import { ReportPictures } from './report-pictures.service.ts';
import { VerificationChecks } from './verification-checks.service.ts';
import { pictureMissing } from './verification.errors.ts';

/** Open to everybody: whoever is being deceived has no account here. The guard counts calls by address. */
@Controller()
export class VerificationController {
  constructor(
    private readonly checks: VerificationChecks,
    private readonly reports: FakeReports,
    private readonly codes: CardCodes,
    private readonly pictures: ReportPictures,
  ) {}

  @Bind(verificationRoutes.check, { response: CheckAnswer })
  @Access({ audience: 'public' })
  check(@Body({ schema: AskCheck }) { text }: AskCheck): Promise<CheckAnswer> {
    return this.checks.check(text);
  }

  @Bind(verificationRoutes.reportFake)
  @Access({ audience: 'public' })
  reportFake(@Body({ schema: ReportFake }) told: z.output<typeof ReportFake>): Promise<void> {
    return this.reports.report(told);
  }

  @Bind(verificationRoutes.sendReportPicture, { response: ReportPictureSent, status: 201, takesFile: true })
  @Access({ audience: 'public' })
  async sendReportPicture(@Req() request: FastifyRequest): Promise<ReportPictureSent> {
    // One byte more, so that it is us who say that a picture is too large.
    const limits = { fileSize: REPORT_PICTURE_BYTES_MAX + 1 };
    const part = request.isMultipart() ? await request.file({ limits }) : undefined;
    if (part === undefined) throw pictureMissing();
    return { pictureId: await this.pictures.take(part.file) };
  }

  @Bind(verificationRoutes.getCardCode, { response: CardCode })
  @Access({ audience: 'member' })
  async getCardCode(
    @Param('kind', { schema: CardKindParam }) kind: CardKind,
    @Param('key', { schema: CardKeyParam }) key: string,
  ): Promise<CardCode> {
    return { code: await this.codes.codeOf(kind, key) };
  }
}
