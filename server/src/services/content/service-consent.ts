import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { consentRequired } from './content.errors.ts';

/** Lessons are read, and reading is noted, only under the terms of the service. */
@Injectable()
export class ServiceConsent {
  constructor(private readonly identity: Identity) {}

  /** @throws identity.consent_required */
  async memberNoOf({ memberNo }: Principal): Promise<number> {
    if (memberNo === null || !(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    return memberNo;
  }
}
