import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { z } from 'zod';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import { IdentityEvents } from './identity.events.ts';
import { MemberAdviser } from './member-adviser.entity.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLinks } from './member-links.service.ts';

const Numbers = z.array(z.object({ memberNo: z.coerce.number().int() }));

/** Time during which somebody looked after a member, with the clock values that a replay needs. */
export interface AdviserTie {
  readonly memberNo: number;
  /** Epoch ms. */
  readonly boundAt: number;
  readonly unboundAt: number | null;
  readonly seq: number;
  readonly endedSeq: number | null;
}

/** Who looks after whom. A member has one adviser at a time; former ones stay on record. */
@Injectable()
export class AdviserBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly clocks: MemberClocks,
    private readonly links: MemberLinks,
    private readonly events: IdentityEvents,
  ) {}

  async bind(tx: Transaction, memberNo: number, staffId: string): Promise<void> {
    await this.clocks.lock(tx, [memberNo]);
    const open = await tx.manager.findOneBy(MemberAdviser, { memberNo, unboundAt: IsNull() });
    if (open?.staffId === staffId) return;
    // Two bindings within one millisecond still are two moments.
    const boundAt = open === null ? this.clock.now() : Math.max(this.clock.now(), open.boundAt + 1);
    const seq = (await this.clocks.advance(tx, [memberNo])).get(memberNo) ?? 0;
    if (open !== null) {
      const ended = { unboundAt: boundAt, endedSeq: seq };
      await tx.manager.update(MemberAdviser, { memberNo, boundAt: open.boundAt }, ended);
    }
    await tx.manager.insert(MemberAdviser, {
      memberNo,
      boundAt,
      staffId,
      unboundAt: null,
      seq,
      endedSeq: null,
    });
    await this.events.publish(tx, memberNo, seq, [
      { eventId: this.randomness.uuid(), type: 'adviser_bound', occurredAt: boundAt },
    ]);
  }

  /** The next persons in the book of an adviser, by number, each once however many registrations they have. */
  async membersOf(staffId: string, after: number, limit: number): Promise<readonly number[]> {
    const standing = 'COALESCE(link.into_member_no, one.member_no)';
    const rows: unknown = await this.database.read.query(
      `SELECT DISTINCT ${standing} AS memberNo FROM member_advisers one
       LEFT JOIN member_links link ON link.member_no = one.member_no AND link.valid_to IS NULL
       WHERE one.staff_id = ? AND one.unbound_at IS NULL AND ${standing} > ? ORDER BY 1 LIMIT ?`,
      [staffId, after, limit],
    );
    return Numbers.parse(rows).map(({ memberNo }) => memberNo);
  }

  /** Present advisers (staff ids) of those members who have one, under any of their registrations. */
  async advisersOf(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, string>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.links.personsOf(memberNos);
    const numbers = [...new Set([...persons.values()].flatMap((person) => person.numbers))];
    const rows = await manager.findBy(MemberAdviser, {
      memberNo: In(numbers),
      unboundAt: IsNull(),
    });
    const bound = new Map(rows.map((row) => [row.memberNo, row.staffId]));
    return new Map(
      memberNos.flatMap((memberNo): [number, string][] => {
        const holder = persons.get(memberNo)?.numbers.find((number) => bound.has(number));
        const staffId = holder === undefined ? undefined : bound.get(holder);
        return staffId === undefined ? [] : [[memberNo, staffId]];
      }),
    );
  }

  /** Every binding of these numbers, former ones too, in the order of its beginning. */
  async tiesOf(memberNos: readonly number[]): Promise<readonly AdviserTie[]> {
    if (memberNos.length === 0) return [];
    const { sql, values } = among('member_no', memberNos);
    const where = { sql: `${sql} ORDER BY member_no, bound_at`, values };
    return selectRows(this.database.read, MemberAdviser, where);
  }
}
