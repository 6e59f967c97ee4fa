import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { IdentityEvents } from './identity.events.ts';
import { MemberAdviser } from './member-adviser.entity.ts';
import { MemberClocks } from './member-clock.service.ts';

/** Who looks after whom. A member has one adviser at a time; former ones stay on record. */
@Injectable()
export class AdviserBook {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly clocks: MemberClocks,
    private readonly events: IdentityEvents,
  ) {}

  async bind(tx: Transaction, memberNo: number, staffId: string): Promise<void> {
    await this.clocks.lock(tx, [memberNo]);
    const open = await tx.manager.findOneBy(MemberAdviser, { memberNo, unboundAt: IsNull() });
    if (open?.staffId === staffId) return;
    // Two bindings within one millisecond still are two moments.
    const boundAt = open === null ? this.clock.now() : Math.max(this.clock.now(), open.boundAt + 1);
    if (open !== null)
      await tx.manager.update(MemberAdviser, { memberNo, boundAt: open.boundAt }, { unboundAt: boundAt });
    await tx.manager.insert(MemberAdviser, { memberNo, boundAt, staffId, unboundAt: null });
    const seq = (await this.clocks.advance(tx, [memberNo])).get(memberNo) ?? 0;
    await this.events.publish(tx, memberNo, seq, [
      { eventId: this.randomness.uuid(), type: 'adviser_bound', occurredAt: boundAt },
    ]);
  }

  /** Present advisers (staff ids) of those members who have one. */
  async advisersOf(memberNos: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (memberNos.length === 0) return new Map();
    const rows = await this.database.read.findBy(MemberAdviser, {
      memberNo: In([...memberNos]),
      unboundAt: IsNull(),
    });
    return new Map(rows.map((row) => [row.memberNo, row.staffId]));
  }
}
