import type { GroupSeat } from './community-group.entity.ts';

/** A seat as WeCom tells of it. */
export type ToldSeat = Pick<GroupSeat, 'kind' | 'personId' | 'joinedAt' | 'joinScene' | 'joinState'>;
type KeptSeat = Pick<GroupSeat, 'seatId' | 'personId' | 'memberNo' | 'joinedAt' | 'leftAt'>;

interface ClosedSeat extends Pick<KeptSeat, 'seatId' | 'personId' | 'memberNo'> {
  readonly leftAt: number | null;
}

export interface SeatChanges {
  /** With the moment of leaving where a later coming tells it. */
  readonly closed: readonly ClosedSeat[];
  /** Taken for left, and told of again with the same coming. */
  readonly reopened: readonly string[];
  readonly opened: readonly ToldSeat[];
}

/** What has to be written so that the open seats of a group are those that were told. */
export function diffSeats(kept: readonly KeptSeat[], told: readonly ToldSeat[]): SeatChanges {
  const toldOf = new Map(told.map((seat) => [seat.personId, seat]));
  const open = kept.filter(({ leftAt }) => leftAt === null);
  const closed = open.flatMap(({ seatId, personId, memberNo, joinedAt }): ClosedSeat[] => {
    const seat = toldOf.get(personId);
    if (seat === undefined) return [{ seatId, personId, memberNo, leftAt: null }];
    return seat.joinedAt > joinedAt ? [{ seatId, personId, memberNo, leftAt: seat.joinedAt }] : [];
  });
  const gone = new Set(closed.map(({ seatId }) => seatId));
  const sitting = new Set(open.filter(({ seatId }) => !gone.has(seatId)).map(({ personId }) => personId));
  const missing = [...toldOf.values()].filter(({ personId }) => !sitting.has(personId));
  const idOf = (seat: ToldSeat) =>
    kept.find(({ personId, joinedAt }) => personId === seat.personId && joinedAt === seat.joinedAt)?.seatId;
  return {
    closed,
    reopened: missing.flatMap((seat) => idOf(seat) ?? []),
    opened: missing.filter((seat) => idOf(seat) === undefined),
  };
}
