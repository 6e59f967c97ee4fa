import { Injectable } from '@nestjs/common';
import type { StaffProfile } from '@siyu/shared/contracts/identity';
import type { Staff } from '../../foundation/organisation/index.ts';
import { Config } from '../../platform/config/index.ts';
import { SecondFactors } from './second-factors.service.ts';

/** What somebody who has signed in still has to do before the console opens to them. */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly config: Config,
    private readonly secondFactors: SecondFactors,
  ) {}

  async toDo({ staffId, mustChangePassword }: Staff): Promise<StaffProfile['stepsToDo']> {
    const lacksFactor =
      this.config.isSecondFactorRequired && !(await this.secondFactors.isConfirmed(staffId));
    return [
      ...(mustChangePassword ? (['PASSWORD'] as const) : []),
      ...(lacksFactor ? (['SECOND_FACTOR'] as const) : []),
    ];
  }
}
