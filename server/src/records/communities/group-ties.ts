import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { among, Database, insertRows, selectRows, type Transaction } from '../../platform/database/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Engagement } from '../engagement/index.ts';
import { Identity } from '../identity/index.ts';
import { GroupTie } from './community-group.entity.ts';

/** Time during which a member was in a group, with the clock values that a replay needs. */
export interface GroupTime {
  readonly memberNo: number;
  readonly groupId: string;
  readonly tiedAt: number;
  readonly endedAt: number | null;
  readonly seq: number;
  readonly endedSeq: number | null;
}
interface Found {
  readonly memberNo: number;
  readonly groupId: string;
}

/** Which members are in which group. The first sign of it counts as joining, and the end of the seat as leaving. */
@Injectable()
export class GroupTies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly engagement: Engagement,
  ) {}

  /** The app was opened from a card of the group; to be the first act. @returns whether a seat tells of it too */
  enter(tx: Transaction, found: Found): Promise<boolean> {
    return this.#keep(tx, found, { enteredAt: this.clock.now() }, false);
  }

  /** WeCom says that the member sits in the group. */
  async seat(tx: Transaction, found: Found): Promise<void> {
    await this.#keep(tx, found, { isSeated: true }, true);
  }

  /** WeCom says that they sit there no more, whichever registration of theirs was tied to it. */
  async leave(tx: Transaction, { memberNo, groupId }: Found): Promise<void> {
    for (const tie of await this.#tiesOf(tx, { memberNo, groupId }, true)) {
      if (tie.endedAt !== null) continue;
      const now = Math.max(this.clock.now(), tie.tiedAt + 1);
      const seq = await this.#told(tx, tie.memberNo, 'group_left');
      const key = { memberNo: tie.memberNo, groupId, tiedAt: tie.tiedAt };
      await tx.manager.update(GroupTie, key, { endedAt: now, endedSeq: seq });
    }
  }

  /** The group is gone. */
  async endAll(tx: Transaction, groupId: string): Promise<void> {
    const open = await tx.manager.findBy(GroupTie, { groupId, endedAt: IsNull() });
    for (const { memberNo } of open) await this.leave(tx, { memberNo, groupId });
  }

  /** Members whom a seat ties to a group already. */
  async seatedIn({ manager }: Transaction, groupId: string): Promise<ReadonlySet<number>> {
    const ties = await manager.findBy(GroupTie, { groupId, isSeated: true, endedAt: IsNull() });
    return new Set(ties.map(({ memberNo }) => memberNo));
  }

  /** Members whom only a card ties to a group, opened before a moment. */
  async unseatedIn({ manager }: Transaction, groupId: string, before: number): Promise<readonly number[]> {
    const only = { groupId, isSeated: false, endedAt: IsNull(), enteredAt: LessThan(before) };
    return (await manager.findBy(GroupTie, only)).map(({ memberNo }) => memberNo);
  }

  /** Every time of these numbers, former ones too, in the order of its beginning. */
  async timesOf(memberNos: readonly number[]): Promise<readonly GroupTime[]> {
    if (memberNos.length === 0) return [];
    const { sql, values } = among('member_no', memberNos);
    const where = { sql: `${sql} ORDER BY member_no, tied_at, group_id`, values };
    return selectRows(this.database.read, GroupTie, where);
  }

  async #keep(
    tx: Transaction,
    { memberNo, groupId }: Found,
    sign: Partial<Pick<GroupTie, 'enteredAt' | 'isSeated'>>,
    isSnapshotOld: boolean,
  ): Promise<boolean> {
    const ties = await this.#tiesOf(tx, { memberNo, groupId }, isSnapshotOld);
    const open = ties.find(({ endedAt }) => endedAt === null);
    if (open !== undefined) {
      const key = { memberNo: open.memberNo, groupId, tiedAt: open.tiedAt };
      await tx.manager.update(GroupTie, key, sign);
      return open.isSeated;
    }
    const seq = await this.#told(tx, memberNo, 'group_joined');
    // Two times within one millisecond are still two.
    const tiedAt = Math.max(this.clock.now(), ...ties.map(({ endedAt }) => (endedAt ?? 0) + 1));
    const row = { memberNo, groupId, tiedAt, enteredAt: null, isSeated: false, ...sign };
    await insertRows(tx, GroupTie, [{ ...row, endedAt: null, seq, endedSeq: null }]);
    return row.isSeated;
  }

  /** The event, and the clock after it; who is not to be recorded any more leaves no event. */
  async #told(tx: Transaction, memberNo: number, type: 'group_joined' | 'group_left'): Promise<number> {
    const isRecorded =
      type === 'group_joined' || (await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager));
    if (!isRecorded) return this.identity.advanceClock(tx, memberNo);
    await this.engagement.append(tx, memberNo, [{ type }]);
    return (await this.identity.seqOf([memberNo], tx.manager)).get(memberNo) ?? 0;
  }

  /** The clock is taken first, so that of fifty entries at once forty-nine find the tie of the first. */
  async #tiesOf(
    tx: Transaction,
    { memberNo, groupId }: Found,
    isSnapshotOld: boolean,
  ): Promise<readonly GroupTie[]> {
    await this.identity.lockMembers(tx, [memberNo]);
    const numbers = [...(await this.identity.numbersOf(memberNo, tx.manager))];
    const query = tx.manager
      .createQueryBuilder(GroupTie, 'tie')
      .where('tie.groupId = :groupId AND tie.memberNo IN (:...numbers)', { groupId, numbers });
    if (isSnapshotOld && this.database.engine === 'mysql') query.setLock('pessimistic_write');
    return query.getMany();
  }
}
