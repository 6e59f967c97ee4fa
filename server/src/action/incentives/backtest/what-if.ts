import { Injectable } from '@nestjs/common';
import type { AskWhatIf, WhatIfAnswer } from '@siyu/shared/contracts/backtests';
import { Audit } from '../../../foundation/audit/index.ts';
import { Database } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity, maskedMember, type MemberRecord, MemberScopes } from '../../../records/identity/index.ts';
import { IncentiveLimits } from '../limits/incentive-limits.ts';
import { IncentiveRule } from '../rules/incentive-rule.entity.ts';
import { guardRefused, ruleNotFound } from '../rules/rules.errors.ts';
import { eventNotFound, memberNotFound } from './backtests.errors.ts';
import { CurrentDrafts } from './current-drafts.ts';
import type { ReplayFact } from './decide-person.ts';
import { withDraft } from './draft-line.ts';
import { type ExplainedVerdict, explainFact } from './explain-fact.ts';
import { readLines } from './read-lines.ts';
import { readPersons } from './read-persons.ts';
import { RulesOverTime } from './rules-over-time.ts';

/** What each rule would say of one thing that one member did, the draft in the place of its rule. Nothing is given. */
@Injectable()
export class WhatIf {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly limits: IncentiveLimits,
    private readonly drafts: CurrentDrafts,
  ) {}

  /**
   * @throws {AppError} incentives.rule_not_found, incentives.guard_refused, backtests.member_not_found,
   * backtests.event_not_found
   */
  async ask(caller: Principal, ruleId: string, { memberId, eventId }: AskWhatIf): Promise<WhatIfAnswer> {
    const manager = this.database.read;
    const rule = await manager.findOneBy(IncentiveRule, { ruleId });
    if (rule === null) throw ruleNotFound();
    const { draft, frozen, refusals } = await this.drafts.of(manager, rule);
    if (frozen === null) throw guardRefused(refusals);
    const member = await this.#memberOf(caller, memberId);
    const persons = await this.identity.personsOf([member.memberNo]);
    const [all] = await readPersons(manager, persons, { from: 0, until: Number.MAX_SAFE_INTEGER }, false);
    const fact = all?.facts
      .filter((each) => (eventId === undefined ? each.type === draft.when : each.eventId === eventId))
      .sort((one, other) => other.occurredAt - one.occurredAt || other.decidedNo - one.decidedNo)[0];
    if (fact === undefined) throw eventNotFound();
    const { decidedAt } = fact;
    const [person] = await readPersons(manager, persons, { from: decidedAt, until: decidedAt + 1 }, true);
    if (person === undefined) throw eventNotFound();
    const { title, reason, budget: bounds } = draft;
    const lines = withDraft(
      await readLines(manager, new Map()),
      { ruleId, title, reason, frozen, bounds },
      { from: Math.min(fact.occurredAt, decidedAt), until: Math.max(fact.occurredAt, decidedAt) + 1 },
    );
    const said = explainFact(person, fact, new RulesOverTime(lines, await this.limits.overTime()));
    await this.#note(caller, member, ruleId, fact);
    return {
      displayName: maskedMember(member).displayName,
      event: {
        eventId: fact.eventId,
        event: fact.type,
        occurredAt: new Date(fact.occurredAt).toISOString(),
      },
      verdicts: [...said]
        .sort((one, other) => Number(other.live.ruleId === ruleId) - Number(one.live.ruleId === ruleId))
        .map((each) => verdictView(each, ruleId)),
    };
  }

  async #memberOf({ scope }: Principal, memberId: string): Promise<MemberRecord> {
    const asked = await this.identity.findByPublicId(memberId);
    if (asked === null || !(await this.scopes.covers(scope, asked.memberNo))) throw memberNotFound();
    return asked;
  }

  /** What a member did is looked at: it stands in the trail before the answer leaves. */
  #note(caller: Principal, member: MemberRecord, ruleId: string, { eventId }: ReplayFact): Promise<void> {
    return this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'backtests.what_if',
        subjectKind: 'member',
        subjectId: member.memberId,
        subjectNo: member.memberNo,
        inputs: { ruleId, eventId },
      }),
    );
  }
}

const verdictView = (
  { live, decision: { verdict, conditions } }: ExplainedVerdict,
  ruleId: string,
): WhatIfAnswer['verdicts'][number] => ({
  ruleId: live.ruleId,
  name: live.rule.name,
  isDraft: live.ruleId === ruleId,
  verdict,
  conditions: conditions.map((each) => ({ ...each, operands: [...each.operands] })),
});
