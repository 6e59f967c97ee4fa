import type {
  ApplicationDetail,
  ApplicationQuery,
  ApplicationRows,
  ApplyAsProfessional,
  CheckApplication,
  OwnProfessional,
  ProfessionalPictureSent,
} from './professional.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly applicationId: string };
}

export const professionalRoutes = {
  getOwn: defineRoute<{}, OwnProfessional>(
    'professional.getOwn',
    'member',
    'GET',
    '/v1/professional-investor',
  ),
  /** multipart: one `file` part, a PNG, JPEG or WebP; an application names it within the hour. */
  sendPicture: defineRoute<{}, ProfessionalPictureSent>(
    'professional.sendPicture',
    'member',
    'POST',
    '/v1/professional-investor/pictures',
  ),
  apply: defineRoute<{ body: ApplyAsProfessional }, OwnProfessional>(
    'professional.apply',
    'member',
    'POST',
    '/v1/professional-investor/applications',
  ),
  /** An ordinary investor again at once; what still waits is withdrawn. */
  becomeOrdinary: defineRoute<{}, OwnProfessional>(
    'professional.becomeOrdinary',
    'member',
    'POST',
    '/v1/professional-investor/return',
  ),
  listApplications: defineRoute<{ query: ApplicationQuery }, ApplicationRows>(
    'professional.listApplications',
    'staff',
    'GET',
    '/v1/console/professional-applications',
  ),
  getApplication: defineRoute<ById, ApplicationDetail>(
    'professional.getApplication',
    'staff',
    'GET',
    '/v1/console/professional-applications/:applicationId',
  ),
  openPicture: defineRoute<
    { readonly params: { readonly applicationId: string; readonly pictureId: string } },
    unknown
  >(
    'professional.openPicture',
    'staff',
    'GET',
    '/v1/console/professional-applications/:applicationId/pictures/:pictureId',
  ),
  checkApplication: defineRoute<ById & { body: CheckApplication }, ApplicationDetail>(
    'professional.checkApplication',
    'staff',
    'POST',
    '/v1/console/professional-applications/:applicationId/check',
  ),
} as const;
