import { Body, Controller, Param, Query, StreamableFile } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  ApplicationDetail,
  ApplicationQuery,
  ApplicationRows,
  CheckApplication,
} from '@siyu/shared/contracts/professional';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { ProfessionalDesk } from './professional-desk.ts';
import { ProfessionalLists } from './professional-lists.ts';

const Id = { schema: PublicId };
/** Nobody who sells: it is about what may be sold. */
const readers = { audience: 'staff', roles: ['branchHead', 'operator', 'compliance'] } as const;

@Controller()
export class ProfessionalConsoleController {
  constructor(
    private readonly lists: ProfessionalLists,
    private readonly desk: ProfessionalDesk,
  ) {}

  @Bind(professionalRoutes.listApplications, { response: ApplicationRows })
  @Access(readers)
  listApplications(
    @Caller() caller: Principal,
    @Query({ schema: ApplicationQuery }) query: z.output<typeof ApplicationQuery>,
  ): Promise<ApplicationRows> {
    return this.lists.list(caller, query);
  }

  @Bind(professionalRoutes.getApplication, { response: ApplicationDetail })
  @Access(readers)
  getApplication(
    @Caller() caller: Principal,
    @Param('applicationId', Id) applicationId: string,
  ): Promise<ApplicationDetail> {
    return this.lists.open(caller, applicationId);
  }

  @Bind(professionalRoutes.openPicture, { givesFile: true })
  @Access(readers)
  async openPicture(
    @Caller() caller: Principal,
    @Param('applicationId', Id) applicationId: string,
    @Param('pictureId', Id) pictureId: string,
  ): Promise<StreamableFile> {
    const { stream, bytes, type } = await this.lists.openPicture(caller, applicationId, pictureId);
    return new StreamableFile(stream, { type, length: bytes, disposition: 'attachment' });
  }

  @Bind(professionalRoutes.checkApplication, { response: ApplicationDetail })
  @Access(readers)
  async checkApplication(
    @Caller() caller: Principal,
    @Param('applicationId', Id) applicationId: string,
    @Body({ schema: CheckApplication }) body: CheckApplication,
  ): Promise<ApplicationDetail> {
    await this.desk.check(caller, applicationId, body);
    return this.lists.after(applicationId);
  }
}
