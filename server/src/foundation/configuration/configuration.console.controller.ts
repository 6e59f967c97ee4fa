import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CheckConfig,
  CheckedConfig,
  ConfigKeyParam,
  ConfigKeyRows,
  ConfigVersionDetail,
  ConfigVersionQuery,
  ConfigVersionRow,
  ConfigVersionRows,
  ProposeConfig,
} from '@siyu/shared/contracts/configuration';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { ConfigurationDesk } from './configuration-desk.ts';

const READERS: readonly Role[] = ['operator', 'analyst', 'compliance', 'systemAdmin', 'auditAdmin'];
const AUTHORS: readonly Role[] = ['operator', 'systemAdmin'];

@Controller()
export class ConfigurationConsoleController {
  constructor(private readonly desk: ConfigurationDesk) {}

  @Bind(configurationRoutes.listKeys, { response: ConfigKeyRows })
  @Access({ audience: 'staff', roles: READERS })
  listKeys(): Promise<ConfigKeyRows> {
    return this.desk.listKeys();
  }

  @Bind(configurationRoutes.listVersions, { response: ConfigVersionRows })
  @Access({ audience: 'staff', roles: READERS })
  listVersions(
    @Param('key', { schema: ConfigKeyParam }) key: string,
    @Query({ schema: ConfigVersionQuery }) query: z.output<typeof ConfigVersionQuery>,
  ): Promise<ConfigVersionRows> {
    return this.desk.listVersions(key, query);
  }

  @Bind(configurationRoutes.getVersion, { response: ConfigVersionDetail })
  @Access({ audience: 'staff', roles: READERS })
  getVersion(
    @Param('configVersionId', { schema: PublicId }) configVersionId: string,
  ): Promise<ConfigVersionDetail> {
    return this.desk.getVersion(configVersionId);
  }

  @Bind(configurationRoutes.checkValue, { response: CheckedConfig })
  @Access({ audience: 'staff', roles: AUTHORS })
  checkValue(
    @Param('key', { schema: ConfigKeyParam }) key: string,
    @Body({ schema: CheckConfig }) body: CheckConfig,
  ): CheckedConfig {
    return this.desk.checkValue(key, body.value);
  }

  @Bind(configurationRoutes.proposeVersion, { response: ConfigVersionRow, status: 201 })
  @Access({ audience: 'staff', roles: AUTHORS })
  proposeVersion(
    @Caller() author: Principal,
    @Param('key', { schema: ConfigKeyParam }) key: string,
    @Body({ schema: ProposeConfig }) body: ProposeConfig,
  ): Promise<ConfigVersionRow> {
    return this.desk.propose(author, key, body);
  }

  @Bind(configurationRoutes.withdrawVersion, { response: ConfigVersionRow })
  @Access({ audience: 'staff', roles: AUTHORS })
  withdrawVersion(
    @Caller() author: Principal,
    @Param('configVersionId', { schema: PublicId }) configVersionId: string,
  ): Promise<ConfigVersionRow> {
    return this.desk.withdraw(author, configVersionId);
  }
}
