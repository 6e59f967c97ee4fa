import { Injectable } from '@nestjs/common';
import type { StaffAward, StaffAwardQuery, StaffAwards as AwardPage } from '@siyu/shared/contracts/awards';
import { LessThan } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { Identity, maskedMember } from '../../../records/identity/index.ts';
import { Award } from './award.entity.ts';
import { rewardView } from './award-views.ts';

const Position = z.tuple([z.int()]);

/** Awards as staff read them, with everything they rest on; of the whole firm, since only its head office reads them. */
@Injectable()
export class StaffAwards {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly staff: StaffDirectory,
  ) {}

  async list({ state, hold, limit, cursor }: z.output<typeof StaffAwardQuery>): Promise<AwardPage> {
    const after = decodeCursor(cursor, Position);
    const wanted = { state, ...(hold !== undefined && { hold }) };
    const [rows, total] = await Promise.all([
      this.database.read.find(Award, {
        where: { ...wanted, ...(after !== null && { awardNo: LessThan(after[0]) }) },
        order: { awardNo: 'DESC' },
        take: limit + 1,
      }),
      this.database.read.countBy(Award, wanted),
    ]);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      rows: [...(await this.viewsOf(page))],
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.awardNo]),
    };
  }

  async viewOf(award: Award): Promise<StaffAward> {
    const [view] = await this.viewsOf([award]);
    if (view === undefined) throw new Error('an award without a view');
    return view;
  }

  async viewsOf(awards: readonly Award[]): Promise<readonly StaffAward[]> {
    const [members, staff] = await Promise.all([
      this.identity.listMembers(awards.map(({ memberNo }) => memberNo)),
      this.staff.listStaffByIds(awards.flatMap(({ deciderId }) => deciderId ?? [])),
    ]);
    const names = new Map(members.map((member) => [member.memberNo, maskedMember(member)]));
    return awards.map((award) => ({
      awardId: award.awardId,
      awardNo: award.awardNo,
      member: names.get(award.memberNo) ?? null,
      ruleId: award.ruleId,
      ruleName: award.ruleName,
      ruleVersion: award.ruleVersion,
      event: award.event,
      eventId: award.eventId,
      seq: award.seq,
      occurredAt: new Date(award.occurredAt).toISOString(),
      reward: rewardView(award.reward),
      valueFen: award.valueFen,
      state: award.state,
      hold: award.hold,
      holdSeen: award.holdSeen,
      refusal: award.refusal,
      conditions: award.explanation.map((each) => ({ ...each, operands: [...each.operands] })),
      givenAt: new Date(award.givenAt).toISOString(),
      decidedAt: award.decidedAt === null ? null : new Date(award.decidedAt).toISOString(),
      deciderName: staff.get(award.deciderId ?? '')?.name ?? null,
      decisionReason: award.decisionReason,
    }));
  }
}
