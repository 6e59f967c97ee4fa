import type {
  AppealComplaint,
  Complain,
  ComplaintPictureSent,
  OwnComplaint,
  OwnComplaintQuery,
  OwnComplaints,
} from './care.ts';
import { defineRoute } from './route.ts';

interface OfComplaint {
  readonly params: { readonly complaintId: string };
}

export const careRoutes = {
  complain: defineRoute<{ body: Complain }, OwnComplaint>(
    'care.complain',
    'member',
    'POST',
    '/v1/complaints',
  ),
  listOwnComplaints: defineRoute<{ query: OwnComplaintQuery }, OwnComplaints>(
    'care.listOwnComplaints',
    'member',
    'GET',
    '/v1/complaints',
  ),
  /** multipart: one `file` part, a PNG, JPEG or WebP; a complaint names it within the hour. */
  sendComplaintPicture: defineRoute<{}, ComplaintPictureSent>(
    'care.sendComplaintPicture',
    'member',
    'POST',
    '/v1/complaint-pictures',
  ),
  /** Once: asked again it is the same appeal, and what was said first stays. */
  appealComplaint: defineRoute<OfComplaint & { body: AppealComplaint }, OwnComplaint>(
    'care.appealComplaint',
    'member',
    'PUT',
    '/v1/complaints/:complaintId/appeal',
  ),
  acceptAnswer: defineRoute<OfComplaint, OwnComplaint>(
    'care.acceptAnswer',
    'member',
    'PUT',
    '/v1/complaints/:complaintId/acceptance',
  ),
} as const;
