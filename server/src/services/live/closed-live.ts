import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Identity } from '../../records/identity/index.ts';
import { LiveReservation } from './live-audience.entity.ts';
import { Live } from './live.entity.ts';

/**
 * Who meant to watch is forgotten with the account. Who watched and what was said is the record of a live that the law
 * keeps, under a number that is nobody's any more.
 */
@Injectable()
export class ClosedLive implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const own = { memberNo: In([...memberNos]) };
      const standing = await manager.findBy(LiveReservation, { ...own, withdrawnAt: IsNull() });
      for (const { liveId } of standing)
        await manager
          .createQueryBuilder()
          .update(Live)
          .set({ reservations: () => 'reservations - 1' })
          .where({ liveId })
          .execute();
      await manager.delete(LiveReservation, own);
    });
  }
}
