import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { takeFrom } from './lot-moves.ts';
import { PointsBooks } from './points-books.ts';

/** What is left of a member's points lapses with the account; the books stay, under a number that is nobody's. */
@Injectable()
export class ClosedPoints implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly books: PointsBooks,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async (tx, memberNos) => {
      const held = await this.books.hold(
        tx,
        [...memberNos].sort((a, b) => a - b),
      );
      for (const memberNo of held.keys()) {
        const lots = await this.books.listLots(tx, memberNo, true);
        if (lots.length === 0) continue;
        const taken = lots.map((lot) => {
          const pending = takeFrom(lot, 'PENDING', lot.pendingPoints, 'EXPIRED');
          const available = takeFrom(pending.lot, 'AVAILABLE', lot.availablePoints, 'EXPIRED');
          return { lot: available.lot, moves: [pending.move, available.move] };
        });
        const moves = taken.flatMap((each) => each.moves).filter((move) => move !== null);
        const source = { sourceKind: 'CLOSING', sourceId: String(memberNo) } as const;
        const draft = { memberNo, kind: 'LAPSED', ...source, moves, at: this.clock.now() } as const;
        await this.books.write(tx, held, [draft], { changed: taken.map(({ lot }) => lot) });
      }
    });
  }
}
