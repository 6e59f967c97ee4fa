import type {
  CallDetail,
  CallQuery,
  CallRows,
  CandidateQuery,
  Candidates,
  ComplaintDetail,
  ComplaintQuery,
  ComplaintRows,
  OrderCall,
  RegisterComplaint,
  TakeCallStep,
  TakeComplaintStep,
} from './care-desk.ts';
import { defineRoute } from './route.ts';

interface OfComplaint {
  readonly params: { readonly complaintId: string };
}
interface OfCall {
  readonly params: { readonly callId: string };
}

export const careDeskRoutes = {
  listComplaints: defineRoute<{ query: ComplaintQuery }, ComplaintRows>(
    'care.listComplaints',
    'staff',
    'GET',
    '/v1/console/complaints',
  ),
  /** Sent again under the same key it is the same complaint. */
  registerComplaint: defineRoute<{ body: RegisterComplaint }, ComplaintDetail>(
    'care.registerComplaint',
    'staff',
    'POST',
    '/v1/console/complaints',
  ),
  /** Opening it is noted in the trail. */
  getComplaint: defineRoute<OfComplaint, ComplaintDetail>(
    'care.getComplaint',
    'staff',
    'GET',
    '/v1/console/complaints/:complaintId',
  ),
  /** Who knows the number of the next step takes it; the same step again changes nothing. */
  takeComplaintStep: defineRoute<OfComplaint & { body: TakeComplaintStep }, ComplaintDetail>(
    'care.takeComplaintStep',
    'staff',
    'POST',
    '/v1/console/complaints/:complaintId/steps',
  ),
  /** The bytes of a picture; each look stands in the audit. */
  openComplaintPicture: defineRoute<{ params: { complaintId: string; pictureId: string } }, unknown>(
    'care.openComplaintPicture',
    'staff',
    'GET',
    '/v1/console/complaints/:complaintId/pictures/:pictureId',
  ),
  listCandidates: defineRoute<{ query: CandidateQuery }, Candidates>(
    'care.listCandidates',
    'staff',
    'GET',
    '/v1/console/care-candidates',
  ),
  listCalls: defineRoute<{ query: CallQuery }, CallRows>(
    'care.listCalls',
    'staff',
    'GET',
    '/v1/console/follow-up-calls',
  ),
  orderCall: defineRoute<{ body: OrderCall }, CallDetail>(
    'care.orderCall',
    'staff',
    'POST',
    '/v1/console/follow-up-calls',
  ),
  getCall: defineRoute<OfCall, CallDetail>(
    'care.getCall',
    'staff',
    'GET',
    '/v1/console/follow-up-calls/:callId',
  ),
  takeCallStep: defineRoute<OfCall & { body: TakeCallStep }, CallDetail>(
    'care.takeCallStep',
    'staff',
    'POST',
    '/v1/console/follow-up-calls/:callId/steps',
  ),
} as const;
