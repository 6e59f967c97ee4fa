import { Controller } from '@nestjs/common';
import { RetentionRows } from '@siyu/shared/contracts/retention';
import { retentionRoutes } from '@siyu/shared/contracts/retention.routes';
import { Access, Bind } from '../../platform/http/index.ts';
import { RetentionDesk } from './retention-desk.ts';

@Controller()
export class RetentionConsoleController {
  constructor(private readonly desk: RetentionDesk) {}

  @Bind(retentionRoutes.listRetention, { response: RetentionRows })
  @Access({ audience: 'staff', roles: ['compliance', 'systemAdmin', 'auditAdmin'] })
  listRetention(): Promise<RetentionRows> {
    return this.desk.listRows();
  }
}
