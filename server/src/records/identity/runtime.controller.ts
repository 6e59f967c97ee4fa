import { Controller } from '@nestjs/common';
import { RuntimeInfo } from '@siyu/shared/contracts/identity';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { Config } from '../../platform/config/index.ts';
import { Access, Bind } from '../../platform/http/index.ts';

@Controller()
export class RuntimeController {
  constructor(private readonly config: Config) {}

  @Bind(identityRoutes.getRuntime, { response: RuntimeInfo })
  @Access({ audience: 'public' })
  getRuntime(): RuntimeInfo {
    const { firm, sandboxUrl } = this.config;
    return {
      firmName: firm.name,
      licenceNo: firm.licenceNo,
      complaintPhone: firm.complaintPhone,
      sandboxPhoneUrl: sandboxUrl,
    };
  }
}
