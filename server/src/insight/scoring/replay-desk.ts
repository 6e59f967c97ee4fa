import { Injectable } from '@nestjs/common';
import { ScoreReplayQuery, type ScoreReplay as ReplayAnswer } from '@siyu/shared/contracts/scoring';
import { parseDay } from '@siyu/shared/time';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { type Principal, ValidationFailed } from '../../platform/http/index.ts';
import { Identity, MemberScopes } from '../../records/identity/index.ts';
import { replayAnswer } from './replay-answer.ts';
import { ScoreReplay } from './score-replay.ts';
import { memberNotFound, replayNotPermitted } from './scoring.errors.ts';
import { Scoring } from './scoring.service.ts';

/** Who may have a score computed again; each time is noted. */
@Injectable()
export class ReplayDesk {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly scoring: Scoring,
    private readonly replays: ScoreReplay,
  ) {}

  /**
   * Analysts replay while the member agrees to profiling; compliance may always, to account for what was done.
   * @throws {AppError} scoring.member_not_found also for a member outside the caller's scope
   */
  async getReplay(caller: Principal, memberId: string, query: ScoreReplayQuery): Promise<ReplayAnswer> {
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(caller.scope, member.memberNo))) throw memberNotFound();
    const { memberNo } = member;
    const isAccounting = caller.roles.includes('compliance');
    if (!isAccounting && !(await this.identity.mayProcess(memberNo, 'PROFILING'))) throw replayNotPermitted();
    const { asOf: day, knownAt } = ScoreReplayQuery.parse(query);
    const asOf = parseDay(day);
    if (asOf === null || asOf > this.scoring.liveAsOf()) throw tooLate('asOf');
    const presentSeq = (await this.identity.seqOf([memberNo])).get(memberNo) ?? 0;
    if (typeof knownAt === 'number' && knownAt > presentSeq) throw tooLate('knownAt');
    const replay = await this.replays.replay(memberNo, asOf, knownAt);
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'scoring.replay',
        subjectKind: 'member',
        subjectId: memberId,
        subjectNo: memberNo,
        inputs: { asOf: day, knownAt: replay.knownAt, label: replay.label, differing: replay.differing },
      }),
    );
    return replayAnswer(memberId, replay);
  }
}

function tooLate(path: string): ValidationFailed {
  return new ValidationFailed([{ path, message: 'lies in the future' }]);
}
