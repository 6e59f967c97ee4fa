import { Body, Controller, Param } from '@nestjs/common';
import type { CardKind } from '@siyu/shared/contracts/verification.limits';
import {
  AskCheck,
  CardCode,
  CardKeyParam,
  CardKindParam,
  CheckAnswer,
  ReportFake,
} from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import type { z } from 'zod';
import { Access, Bind } from '../../platform/http/index.ts';
import { CardCodes } from './card-codes.service.ts';
import { FakeReports } from './fake-reports.service.ts';
import { VerificationChecks } from './verification-checks.service.ts';

/** Open to everybody: whoever is being deceived has no account here. The guard counts calls by address. */
@Controller()
export class VerificationController {
  constructor(
    private readonly checks: VerificationChecks,
    private readonly reports: FakeReports,
    private readonly codes: CardCodes,
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

  @Bind(verificationRoutes.getCardCode, { response: CardCode })
  @Access({ audience: 'member' })
  async getCardCode(
    @Param('kind', { schema: CardKindParam }) kind: CardKind,
    @Param('key', { schema: CardKeyParam }) key: string,
  ): Promise<CardCode> {
    return { code: await this.codes.codeOf(kind, key) };
  }
}
