import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import type { StaffClient } from './client.ts';

/** Somebody of the firm takes the complaint that is owed an answer and gives one. */
export async function answerComplaint(desk: StaffClient, complaintId: string, text: string): Promise<void> {
  const params = { complaintId };
  const { staff } = await desk.call(careDeskRoutes.listCandidates, {
    query: { of: 'complaint', id: complaintId, search: '许慧' },
  });
  const { nextStepNo: stepNo } = await desk.call(careDeskRoutes.getComplaint, { params });
  await desk.call(careDeskRoutes.takeComplaintStep, {
    params,
    body: { act: 'ASSIGN', stepNo, ownerId: staff[0]?.staffId ?? '' },
  });
  await desk.call(careDeskRoutes.takeComplaintStep, {
    params,
    body: { act: 'ANSWER', stepNo: stepNo + 1, outcome: 'PARTLY', toldBy: 'APP', text },
  });
}
