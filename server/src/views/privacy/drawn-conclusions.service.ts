import { Injectable } from '@nestjs/common';
import { CONCLUSIONS, type Conclusion } from '@siyu/shared/contracts/identity.limits';
import type { ConclusionList } from '@siyu/shared/contracts/privacy';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Conclusions } from '../../records/identity/index.ts';
import { readDrawn } from './drawn.query.ts';
import { forbidden } from './privacy.errors.ts';

/** What the firm concludes of a member, for the member, who refuses each by itself and allows it again (REQ-PI-3). */
@Injectable()
export class DrawnConclusions {
  constructor(
    private readonly database: Database,
    private readonly conclusions: Conclusions,
  ) {}

  async list({ memberNo }: Principal): Promise<ConclusionList> {
    if (memberNo === null) throw forbidden();
    const [words, { isProfiled, drawn }] = await Promise.all([
      this.conclusions.wordsOf(memberNo),
      readDrawn(this.database.read, memberNo),
    ]);
    return {
      isProfiled,
      conclusions: CONCLUSIONS.map((conclusion) => {
        const word = words.get(conclusion);
        const isRefused = word?.isRefused ?? false;
        return {
          conclusion,
          isDrawn: !isRefused && drawn.has(conclusion),
          isRefused,
          decidedAt: word === undefined ? null : new Date(word.decidedAt).toISOString(),
        };
      }),
    };
  }

  async decide(caller: Principal, conclusion: Conclusion, isRefused: boolean): Promise<ConclusionList> {
    const { memberNo } = caller;
    if (memberNo === null) throw forbidden();
    await this.database.runInTransaction((tx) =>
      this.conclusions.decide(tx, memberNo, conclusion, isRefused),
    );
    return this.list(caller);
  }
}
