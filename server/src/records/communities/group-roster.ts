import { Injectable } from '@nestjs/common';
import type { WecomGroup } from '../../foundation/wechat/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { CommunityGroup, GroupSeat } from './community-group.entity.ts';
import { ContactLinks } from './contact-links.ts';
import { diffSeats, type ToldSeat } from './diff-seats.ts';
import { GroupTies } from './group-ties.ts';
import { plainName } from './plain-name.ts';

const NAME_MAX = 60;
const STATE_MAX = 64;
const CUSTOMER = 2;
/** What WeCom answers may lag behind what has happened. */
const LAG_MS = 900_000;
const named = (name: string) => ({ name: name.slice(0, NAME_MAX), plainName: plainName(name) });

/** Groups and who sits in them, as WeCom tells: each answer is the whole, so its order and repeats do not matter. */
@Injectable()
export class GroupRoster {
  constructor(
    private readonly database: Database,
    private readonly randomness: Randomness,
    private readonly contacts: ContactLinks,
    private readonly ties: GroupTies,
  ) {}

  /**
   * Takes an answer of WeCom; one that was asked for before another that is kept changes nothing, and a group that is
   * gone stays gone.
   * @param askedAt when WeCom was asked
   */
  async take(tx: Transaction, told: WecomGroup, askedAt: number): Promise<void> {
    const group = await this.#open(tx, told);
    if (group === null || group.state === 'DISSOLVED' || group.syncedAt > askedAt) return;
    const seats = told.member_list.map((each): ToldSeat => ({
      kind: each.type === CUSTOMER ? 'CUSTOMER' : 'STAFF',
      personId: each.userid,
      joinedAt: each.join_time * 1_000,
      joinScene: each.join_scene,
      joinState: each.state?.slice(0, STATE_MAX) || null,
    }));
    await this.#seat(tx, group.groupId, seats, askedAt);
    await this.#tie(tx, group.groupId, told);
    await this.#release(tx, group.groupId, told, askedAt);
    await tx.manager.update(
      CommunityGroup,
      { groupId: group.groupId },
      {
        ...named(told.name),
        ownerWecomUserId: told.owner,
        memberCount: seats.length,
        syncedAt: askedAt,
      },
    );
  }

  /** The group is gone in WeCom: nobody sits in it any more, and its id never comes back. */
  async dissolve(tx: Transaction, chatId: string, at: number): Promise<void> {
    const group = await this.#lock(tx, chatId);
    if (group === null || group.state === 'DISSOLVED') return;
    const { groupId } = group;
    await this.#seat(tx, groupId, [], at);
    await this.ties.endAll(tx, groupId);
    await tx.manager.update(
      CommunityGroup,
      { groupId },
      { state: 'DISSOLVED', dissolvedAt: at, memberCount: 0 },
    );
  }

  async #open(tx: Transaction, told: WecomGroup): Promise<CommunityGroup | null> {
    const row = {
      groupId: this.randomness.uuid(),
      chatId: told.chat_id,
      opengid: null,
      ...named(told.name),
      ownerWecomUserId: told.owner,
      state: 'ACTIVE' as const,
      memberCount: 0,
      createdAt: told.create_time * 1_000,
      syncedAt: 0,
      dissolvedAt: null,
    };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CommunityGroup)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
    return this.#lock(tx, told.chat_id);
  }

  /** Whoever writes about a group waits for whoever does already. */
  async #lock(tx: Transaction, chatId: string): Promise<CommunityGroup | null> {
    const query = tx.manager
      .createQueryBuilder(CommunityGroup, 'one')
      .where('one.chatId = :chatId', { chatId });
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    return query.getOne();
  }

  async #seat(tx: Transaction, groupId: string, told: readonly ToldSeat[], at: number): Promise<void> {
    const query = tx.manager
      .createQueryBuilder(GroupSeat, 'seat')
      .where('seat.groupId = :groupId', { groupId });
    // The snapshot of this transaction may be older than its lock on the group.
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    const { closed, reopened, opened } = diffSeats(await query.getMany(), told);
    for (const { seatId, leftAt } of closed)
      await tx.manager.update(GroupSeat, { seatId }, { leftAt: leftAt ?? at });
    for (const seatId of reopened) await tx.manager.update(GroupSeat, { seatId }, { leftAt: null });
    const rows = opened.map((seat) => ({
      ...seat,
      seatId: this.randomness.uuid(),
      groupId,
      memberNo: null,
      leftAt: null,
    }));
    await insertRows(tx, GroupSeat, rows);
    const sitting = new Set(told.map(({ personId }) => personId));
    const gone = closed.filter(({ memberNo, personId }) => memberNo !== null && !sitting.has(personId));
    for (const { memberNo } of gone) if (memberNo !== null) await this.ties.leave(tx, { memberNo, groupId });
  }

  /** Whom WeCom knows and does not see there has left, whatever card of the group was opened. */
  async #release(tx: Transaction, groupId: string, told: WecomGroup, askedAt: number): Promise<void> {
    const waiting = await this.ties.unseatedIn(tx, groupId, askedAt - LAG_MS);
    const names = await this.contacts.namesOf(waiting);
    const sitting = new Set(told.member_list.map(({ userid }) => userid));
    for (const [memberNo, name] of names)
      if (!sitting.has(name)) await this.ties.leave(tx, { memberNo, groupId });
  }

  /** Seats of members become theirs, and tie them to the group. */
  async #tie(tx: Transaction, groupId: string, told: WecomGroup): Promise<void> {
    const persons = told.member_list
      .filter(({ type }) => type === CUSTOMER)
      .map(({ userid, unionid = null }) => ({ externalUserId: userid, unionid }));
    const members = await this.contacts.link(tx, persons);
    const open = await tx.manager
      .createQueryBuilder(GroupSeat, 'seat')
      .where('seat.groupId = :groupId AND seat.leftAt IS NULL', { groupId })
      .getMany();
    for (const { seatId, personId, memberNo: known } of open) {
      const memberNo = members.get(personId);
      if (memberNo === undefined || memberNo === known) continue;
      await tx.manager.update(GroupSeat, { seatId }, { memberNo });
    }
    const seated = await this.ties.seatedIn(tx, groupId);
    for (const memberNo of new Set(members.values()))
      if (!seated.has(memberNo)) await this.ties.seat(tx, { memberNo, groupId });
  }
}
