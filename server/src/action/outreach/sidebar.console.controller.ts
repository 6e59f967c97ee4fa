import { Body, Controller, Headers, Param, Query } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  ChatAddress,
  InsertDecision,
  PageConfig,
  PageConfigQuery,
  ReportInsert,
  SidebarChat,
  WriteInsert,
} from '@siyu/shared/contracts/sidebar';
import { sidebarRoutes } from '@siyu/shared/contracts/sidebar.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { PageConfigs } from './page-config.service.ts';
import { SidebarInserts } from './sidebar-inserts.service.ts';
import { SidebarPage } from './sidebar-page.service.ts';

/** Who talks with customers in WeCom. */
const talkers = { audience: 'staff', roles: ['adviser', 'relationshipManager'] } as const;

@Controller()
export class SidebarConsoleController {
  constructor(
    private readonly configs: PageConfigs,
    private readonly page: SidebarPage,
    private readonly inserts: SidebarInserts,
  ) {}

  @Bind(sidebarRoutes.getPageConfig, { response: PageConfig })
  @Access(talkers)
  getPageConfig(
    @Headers('host') host: string | undefined,
    @Query({ schema: PageConfigQuery }) { url }: PageConfigQuery,
  ): Promise<PageConfig> {
    return this.configs.sign(url, host);
  }

  @Bind(sidebarRoutes.openChat, { response: SidebarChat })
  @Access(talkers)
  openChat(
    @Caller() caller: Principal,
    @Body({ schema: ChatAddress }) chat: ChatAddress,
  ): Promise<SidebarChat> {
    return this.page.open(caller, chat);
  }

  @Bind(sidebarRoutes.writeInsert, { response: InsertDecision, takesKey: true })
  @Access(talkers)
  writeInsert(
    @Caller() caller: Principal,
    @RequestKey() key: string | null,
    @Body({ schema: WriteInsert }) wanted: WriteInsert,
  ): Promise<InsertDecision> {
    return this.inserts.write(caller, wanted, key);
  }

  @Bind(sidebarRoutes.reportInsert)
  @Access(talkers)
  reportInsert(
    @Caller() caller: Principal,
    @Param('insertId', { schema: PublicId }) insertId: string,
    @Body({ schema: ReportInsert }) { outcome }: ReportInsert,
  ): Promise<void> {
    return this.inserts.report(caller, insertId, outcome);
  }
}
