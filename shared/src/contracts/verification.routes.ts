import { defineRoute } from './route.ts';
import type { CardKind } from './verification.limits.ts';
import type {
  AskCheck,
  CardCode,
  CheckAnswer,
  FakeReportQuery,
  FakeReports,
  HandleFakeReport,
  ReportFake,
  ReportPictureSent,
} from './verification.ts';

export const verificationRoutes = {
  check: defineRoute<{ body: AskCheck }, CheckAnswer>(
    'verification.check',
    'public',
    'POST',
    '/v1/verification/checks',
  ),
  reportFake: defineRoute<{ body: ReportFake }, void>(
    'verification.reportFake',
    'public',
    'POST',
    '/v1/verification/fake-reports',
  ),
  /** multipart: one `file` part, a PNG, JPEG or WebP; a report names it within the hour. */
  sendReportPicture: defineRoute<{}, ReportPictureSent>(
    'verification.sendReportPicture',
    'public',
    'POST',
    '/v1/verification/report-pictures',
  ),
  /** The same code however often it is asked for; an adviser's key is the registration number. */
  getCardCode: defineRoute<{ params: { kind: CardKind; key: string } }, CardCode>(
    'verification.getCardCode',
    'member',
    'PUT',
    '/v1/verification/cards/:kind/:key/code',
  ),
  listFakeReports: defineRoute<{ query: FakeReportQuery }, FakeReports>(
    'verification.listFakeReports',
    'staff',
    'GET',
    '/v1/console/fake-reports',
  ),
  /** The bytes of a picture; each look stands in the audit. */
  openReportPicture: defineRoute<{ params: { reportId: string; pictureId: string } }, unknown>(
    'verification.openReportPicture',
    'staff',
    'GET',
    '/v1/console/fake-reports/:reportId/pictures/:pictureId',
  ),
  handleFakeReport: defineRoute<{ params: { reportId: string }; body: HandleFakeReport }, void>(
    'verification.handleFakeReport',
    'staff',
    'POST',
    '/v1/console/fake-reports/:reportId/handling',
  ),
} as const;
