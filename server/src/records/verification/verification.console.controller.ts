import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  FakeReportQuery,
  FakeReports as FakeReportPage,
  HandleFakeReport,
} from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { FakeReports } from './fake-reports.service.ts';
import { ReportPictures } from './report-pictures.service.ts';

const compliance = { audience: 'staff', roles: ['compliance'] } as const;

@Controller()
export class VerificationConsoleController {
  constructor(
    private readonly reports: FakeReports,
    private readonly pictures: ReportPictures,
  ) {}

  @Bind(verificationRoutes.listFakeReports, { response: FakeReportPage })
  @Access(compliance)
  listFakeReports(@Query({ schema: FakeReportQuery }) query: FakeReportQuery): Promise<FakeReportPage> {
    return this.reports.list(query);
  }

  @Bind(verificationRoutes.openReportPicture, { givesFile: true })
  @Access(compliance)
  async openReportPicture(
    @Caller() caller: Principal,
    @Param('reportId', { schema: PublicId }) reportId: string,
    @Param('pictureId', { schema: PublicId }) pictureId: string,
  ): Promise<StreamableFile> {
    const { stream, bytes, type } = await this.pictures.open(caller, reportId, pictureId);
    return new StreamableFile(stream, { type, length: bytes, disposition: 'attachment' });
  }

  @Bind(verificationRoutes.handleFakeReport)
  @Access(compliance)
  handleFakeReport(
    @Caller() caller: Principal,
    @Param('reportId', { schema: PublicId }) reportId: string,
    @Body({ schema: HandleFakeReport }) { note }: HandleFakeReport,
  ): Promise<void> {
    return this.reports.handle(caller, reportId, note);
  }
}
