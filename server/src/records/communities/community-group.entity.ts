import type { GroupState } from '@siyu/shared/contracts/communities.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A customer group of the firm, as WeCom told of it last. */
@Entity('community_groups')
@Index('uq_community_groups_chat', ['chatId'], { unique: true })
@Index('uq_community_groups_opengid', ['opengid'], { unique: true })
@Index('ix_community_groups_plain', ['plainName'])
@Index('ix_community_groups_owner', ['ownerWecomUserId', 'state'])
export class CommunityGroup {
  @Col.publicId({ grade: 'L1', primary: true }) groupId!: string;
  @Col.code(64, { grade: 'L2' }) chatId!: string;
  /** What the mini-program calls the group; null until somebody has opened the app from it. */
  @Col.code(64, { grade: 'L2', nullable: true }) opengid!: string | null;
  @Col.text(60, { grade: 'L1' }) name!: string;
  @Col.text(120, { grade: 'L1' }) plainName!: string;
  /** The branch of a group is the branch of whom WeCom names here. */
  @Col.code(64, { grade: 'L2' }) ownerWecomUserId!: string;
  @Col.code(16, { grade: 'L1' }) state!: GroupState;
  /** Everybody who sits in it, staff too. */
  @Col.count({ grade: 'L1' }) memberCount!: number;
  @Col.instant({ grade: 'L1' }) createdAt!: number;
  /** When WeCom was asked for what is kept here: an older answer changes nothing. */
  @Col.instant({ grade: 'L1' }) syncedAt!: number;
  @Col.instant({ grade: 'L1', nullable: true }) dissolvedAt!: number | null;
}

export type SeatKind = 'STAFF' | 'CUSTOMER';

/** Somebody's time in a group, as WeCom knows it; only ever opened and closed. */
@Entity('group_seats')
@Index('uq_group_seats_person', ['groupId', 'personId', 'joinedAt'], { unique: true })
@Index('ix_group_seats_open', ['groupId', 'leftAt'])
@Index('ix_group_seats_member', ['memberNo', 'groupId'])
export class GroupSeat {
  @Col.publicId({ grade: 'L1', primary: true }) seatId!: string;
  @Col.publicId({ grade: 'L1' }) groupId!: string;
  @Col.code(16, { grade: 'L1' }) kind!: SeatKind;
  /** What WeCom calls them. */
  @Col.code(128, { grade: 'L3' }) personId!: string;
  /** Null while nobody here is known to be them. */
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  @Col.instant({ grade: 'L2' }) joinedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) leftAt!: number | null;
  /** 1 invited, 2 by a link, 3 by a code. */
  @Col.count({ grade: 'L1' }) joinScene!: number;
  /** The state of the code they came by. */
  @Col.code(64, { grade: 'L1', nullable: true }) joinState!: string | null;
}

/** A member's time in a group: opened from a card of the group, or by a seat that is known to be theirs. */
@Entity('group_ties')
@Index('ix_group_ties_group', ['groupId', 'endedAt'])
export class GroupTie {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L2', primary: true }) groupId!: string;
  @Col.instant({ grade: 'L2', primary: true }) tiedAt!: number;
  /** When the app was opened from a card of the group last; null when a seat alone tells of it. */
  @Col.instant({ grade: 'L2', nullable: true }) enteredAt!: number | null;
  /** WeCom says so too, and will say when it ends. */
  @Col.flag({ grade: 'L2' }) isSeated!: boolean;
  @Col.instant({ grade: 'L2', nullable: true }) endedAt!: number | null;
  /** Clock of the member, for a replay. */
  @Col.count({ grade: 'L2' }) seq!: number;
  @Col.count({ grade: 'L2', nullable: true }) endedSeq!: number | null;
}
