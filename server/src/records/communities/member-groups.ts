import { Injectable } from '@nestjs/common';
import { MY_GROUPS_MAX } from '@siyu/shared/contracts/communities.limits';
import type { GroupCard } from '@siyu/shared/contracts/communities';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { consentRequired, groupNotFound, groupPaused } from './communities.errors.ts';
import { CommunityGroup, GroupTie } from './community-group.entity.ts';
import { GroupCards } from './group-cards.ts';
import { GroupHolds } from './group-holds.ts';

/**
 * Where WeCom does not say whose a seat is, a card that was opened in the group proves that one sits there: for so
 * long, since nobody would tell that one has left.
 */
const CARD_DAYS = 30;
const DAY = 86_400_000;

/** A group of a member's, and the numbers under which what is theirs there stands. */
export interface OwnGroup {
  readonly card: GroupCard;
  readonly numbers: readonly number[];
}

/** Which groups a member may look into. */
@Injectable()
export class MemberGroups {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly cards: GroupCards,
    private readonly holds: GroupHolds,
  ) {}

  /** The last entered first. @throws {AppError} communities.consent_required */
  async list(memberNo: number): Promise<readonly GroupCard[]> {
    await this.#assertRecorded(memberNo);
    const ties = await this.#openTies(await this.identity.numbersOf(memberNo));
    if (ties.length === 0) return [];
    const found = await this.database.read.findBy(CommunityGroup, {
      groupId: In(ties.map(({ groupId }) => groupId)),
      state: 'ACTIVE',
    });
    const groups = new Map(found.map((group) => [group.groupId, group]));
    const wanted = [...new Set(ties.map(({ groupId }) => groupId))].flatMap(
      (groupId) => groups.get(groupId) ?? [],
    );
    return this.cards.of(wanted.slice(0, MY_GROUPS_MAX));
  }

  /**
   * A group of the member's.
   * @throws {AppError} communities.group_not_found for every other one, communities.consent_required,
   * communities.group_paused
   */
  async get(memberNo: number, groupId: string): Promise<OwnGroup> {
    await this.#assertRecorded(memberNo);
    const numbers = await this.identity.numbersOf(memberNo);
    const [tie] = await this.#openTies(numbers, groupId);
    const group =
      tie === undefined
        ? null
        : await this.database.read.findOneBy(CommunityGroup, { groupId, state: 'ACTIVE' });
    const [card] = group === null ? [] : await this.cards.of([group]);
    if (card === undefined || group === null) throw groupNotFound();
    if (await this.holds.isHeld(group)) throw groupPaused();
    return { card, numbers };
  }

  async #assertRecorded(memberNo: number): Promise<void> {
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
  }

  async #openTies(numbers: readonly number[], groupId?: string): Promise<readonly GroupTie[]> {
    const ties = await this.database.read.findBy(GroupTie, {
      memberNo: In([...numbers]),
      endedAt: IsNull(),
      ...(groupId !== undefined && { groupId }),
    });
    const since = this.clock.now() - CARD_DAYS * DAY;
    const lastAt = ({ enteredAt, tiedAt }: GroupTie) => enteredAt ?? tiedAt;
    return ties
      .filter((tie) => tie.isSeated || lastAt(tie) > since)
      .sort((one, other) => lastAt(other) - lastAt(one));
  }
}
