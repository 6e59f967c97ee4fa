import { Injectable } from '@nestjs/common';
import type { LiveCard, LiveCards as Cards, LiveQuery } from '@siyu/shared/contracts/live';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { LiveReservation } from './live-audience.entity.ts';
import { LiveGate } from './live-gate.ts';
import { labelOf, platformOf, stateOf } from './live-plan.ts';
import { Live } from './live.entity.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const iso = (at: number): string => new Date(at).toISOString();
const OWN_TABLES = ['live_attendances', 'live_viewings'];

/** Lives as members find them in lists. */
@Injectable()
export class LiveCards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly contracts: AdvisoryContracts,
    private readonly staff: StaffDirectory,
    private readonly gate: LiveGate,
  ) {}

  async list(memberNo: number, { list, limit, cursor }: z.output<typeof LiveQuery>): Promise<Cards> {
    const numbers = await this.identity.numbersOf(memberNo);
    const matching = list === 'COMING' ? this.#coming() : this.#past(numbers);
    if (!(await this.contracts.isActiveFor(memberNo))) matching.andWhere("one.label = 'education'");
    const [order, beyond] = list === 'COMING' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(`(one.startsAt ${beyond} :at OR (one.startsAt = :at AND one.liveId ${beyond} :id))`, {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.startsAt', order)
      .addOrderBy('one.liveId', order)
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      lives: await this.cardsOf(await this.gate.shown(page), numbers),
      nextCursor: last === undefined ? null : encodeCursor([last.startsAt, last.liveId]),
    };
  }

  /** With the name and the number under which each is spoken (REQ-ADV-1). */
  async cardsOf(lives: readonly Live[], numbers: readonly number[]): Promise<LiveCard[]> {
    if (lives.length === 0) return [];
    const [people, reserved] = await Promise.all([
      this.staff.listStaffByIds(lives.map(({ hostId }) => hostId)),
      this.database.read.findBy(LiveReservation, {
        liveId: In(lives.map(({ liveId }) => liveId)),
        memberNo: In([...numbers]),
        withdrawnAt: IsNull(),
      }),
    ]);
    const reservedIds = new Set(reserved.map(({ liveId }) => liveId));
    return lives.map((live) => {
      const host = people.get(live.hostId);
      return {
        liveId: live.liveId,
        title: live.title,
        summary: live.summary,
        label: labelOf(live),
        platform: platformOf(live),
        startsAt: iso(live.startsAt),
        endsAt: iso(live.endsAt),
        state: stateOf(live),
        hostName: live.signedName ?? host?.name ?? '',
        hostRegistrationNo: live.signedNo ?? host?.registrationNo ?? '',
        isReserved: reservedIds.has(live.liveId),
      };
    });
  }

  #coming(): SelectQueryBuilder<Live> {
    return this.database.read
      .createQueryBuilder(Live, 'one')
      .where("(one.state = 'ON_AIR' OR (one.state = 'ANNOUNCED' AND one.endsAt > :now))", {
        now: this.clock.now(),
      });
  }

  /** What is over and the member had a part in, and what was called off after they had reserved. */
  #past(numbers: readonly number[]): SelectQueryBuilder<Live> {
    const own = OWN_TABLES.map(
      (table) =>
        `EXISTS (SELECT 1 FROM ${table} x WHERE x.live_id = one.live_id AND x.member_no IN (:...numbers))`,
    );
    const reserved =
      'EXISTS (SELECT 1 FROM live_reservations x WHERE x.live_id = one.live_id AND x.member_no IN (:...numbers) AND x.withdrawn_at IS NULL)';
    return this.database.read
      .createQueryBuilder(Live, 'one')
      .where(
        "(one.state IN ('STOPPED', 'ENDED', 'ARCHIVED') OR (one.state = 'CANCELLED' AND one.announcedAt IS NOT NULL))",
      )
      .andWhere(`(${[reserved, ...own].join(' OR ')})`, { numbers: [...numbers] });
  }
}
