import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import {
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
} from '@siyu/shared/contracts/care-desk';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { CallDesk } from './call-desk.ts';
import { CallLists } from './call-lists.ts';
import { CareCandidates } from './care-candidates.ts';
import { CARE_ROLES } from './care-scope.ts';
import { ComplaintDesk } from './complaint-desk.ts';
import { ComplaintDetails } from './complaint-details.ts';
import { ComplaintLists } from './complaint-lists.ts';

const staff = { audience: 'staff', roles: CARE_ROLES } as const;
const Id = { schema: PublicId };

@Controller()
export class CareConsoleController {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly details: ComplaintDetails,
    private readonly lists: ComplaintLists,
    private readonly calls: CallDesk,
    private readonly callLists: CallLists,
    private readonly candidates: CareCandidates,
  ) {}

  @Bind(careDeskRoutes.listComplaints, { response: ComplaintRows })
  @Access(staff)
  listComplaints(
    @Caller() caller: Principal,
    @Query({ schema: ComplaintQuery }) query: z.output<typeof ComplaintQuery>,
  ): Promise<ComplaintRows> {
    return this.lists.list(caller, query);
  }

  @Bind(careDeskRoutes.registerComplaint, { response: ComplaintDetail, status: 201, takesKey: true })
  @Access(staff)
  async registerComplaint(
    @Caller() caller: Principal,
    @Body({ schema: RegisterComplaint }) told: z.output<typeof RegisterComplaint>,
    @RequestKey() key: string | null,
  ): Promise<ComplaintDetail> {
    return this.details.after(caller, await this.desk.take(caller, told, key));
  }

  @Bind(careDeskRoutes.getComplaint, { response: ComplaintDetail })
  @Access(staff)
  getComplaint(
    @Caller() caller: Principal,
    @Param('complaintId', Id) complaintId: string,
  ): Promise<ComplaintDetail> {
    return this.details.open(caller, complaintId);
  }

  @Bind(careDeskRoutes.takeComplaintStep, { response: ComplaintDetail })
  @Access(staff)
  async takeComplaintStep(
    @Caller() caller: Principal,
    @Param('complaintId', Id) complaintId: string,
    @Body({ schema: TakeComplaintStep }) step: TakeComplaintStep,
  ): Promise<ComplaintDetail> {
    await this.desk.takeStep(caller, complaintId, step);
    return this.details.after(caller, complaintId);
  }

  @Bind(careDeskRoutes.openComplaintPicture, { givesFile: true })
  @Access(staff)
  async openComplaintPicture(
    @Caller() caller: Principal,
    @Param('complaintId', Id) complaintId: string,
    @Param('pictureId', Id) pictureId: string,
  ): Promise<StreamableFile> {
    const { stream, bytes, type } = await this.details.openPicture(caller, complaintId, pictureId);
    return new StreamableFile(stream, { type, length: bytes, disposition: 'attachment' });
  }

  @Bind(careDeskRoutes.listCandidates, { response: Candidates })
  @Access(staff)
  listCandidates(
    @Caller() caller: Principal,
    @Query({ schema: CandidateQuery }) query: z.output<typeof CandidateQuery>,
  ): Promise<Candidates> {
    return this.candidates.list(caller, query);
  }

  @Bind(careDeskRoutes.listCalls, { response: CallRows })
  @Access(staff)
  listCalls(
    @Caller() caller: Principal,
    @Query({ schema: CallQuery }) query: z.output<typeof CallQuery>,
  ): Promise<CallRows> {
    return this.callLists.list(caller, query);
  }

  @Bind(careDeskRoutes.orderCall, { response: CallDetail, status: 201, takesKey: true })
  @Access(staff)
  async orderCall(
    @Caller() caller: Principal,
    @Body({ schema: OrderCall }) told: z.output<typeof OrderCall>,
    @RequestKey() key: string | null,
  ): Promise<CallDetail> {
    return this.callLists.after(caller, await this.calls.order(caller, told, key));
  }

  @Bind(careDeskRoutes.getCall, { response: CallDetail })
  @Access(staff)
  getCall(@Caller() caller: Principal, @Param('callId', Id) callId: string): Promise<CallDetail> {
    return this.callLists.open(caller, callId);
  }

  @Bind(careDeskRoutes.takeCallStep, { response: CallDetail })
  @Access(staff)
  async takeCallStep(
    @Caller() caller: Principal,
    @Param('callId', Id) callId: string,
    @Body({ schema: TakeCallStep }) step: z.output<typeof TakeCallStep>,
  ): Promise<CallDetail> {
    await this.calls.takeStep(caller, callId, step);
    return this.callLists.after(caller, callId);
  }
}
