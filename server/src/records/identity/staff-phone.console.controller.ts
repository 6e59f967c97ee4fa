import { Controller } from '@nestjs/common';
import { DeskCode, OwnPhone } from '@siyu/shared/contracts/staff-phone';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { StaffPhones } from './staff-phones.service.ts';

/** Not an own matter in the sense of the guard: who has not finished signing in ties no phone. */
const advisers = { audience: 'staff', roles: ['adviser'] } as const;

@Controller()
export class StaffPhoneConsoleController {
  constructor(private readonly phones: StaffPhones) {}

  @Bind(staffPhoneRoutes.getOwnPhone, { response: OwnPhone })
  @Access(advisers)
  getOwnPhone(@Caller() caller: Principal): Promise<OwnPhone> {
    return this.phones.getOwn(caller);
  }

  @Bind(staffPhoneRoutes.issueCode, { response: DeskCode, status: 201 })
  @Access(advisers)
  issueCode(@Caller() caller: Principal): Promise<DeskCode> {
    return this.phones.issueCode(caller);
  }

  @Bind(staffPhoneRoutes.endTie, { response: OwnPhone })
  @Access(advisers)
  endTie(@Caller() caller: Principal): Promise<OwnPhone> {
    return this.phones.endOwn(caller);
  }
}
