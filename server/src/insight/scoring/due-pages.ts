import { Injectable } from '@nestjs/common';
import type { EpochDay } from '@siyu/shared/time';
import { Identity } from '../../records/identity/index.ts';

/** Whose day has come, page by page: who has been looked at has a later day and stands on no later page. */
@Injectable()
export class DuePages {
  constructor(private readonly identity: Identity) {}

  /** @param except members that stay where they are since they cannot be scored */
  async next(asOf: EpochDay, limit: number, except: ReadonlySet<number>): Promise<readonly number[]> {
    const page = await this.identity.listDueBy(asOf, limit + except.size);
    return page.filter((memberNo) => !except.has(memberNo)).slice(0, limit);
  }
}
