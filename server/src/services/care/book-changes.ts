import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity, IdentityEvents } from '../../records/identity/index.ts';
import { Complaint } from './complaint.entity.ts';
import { ComplaintMoves } from './complaint-moves.ts';
import { FollowUpCall } from './follow-up-call.entity.ts';
import { FollowUpCalls } from './follow-up-calls.ts';

/**
 * Whoever begins to look after a client gives back that client's complaints and calls, in the transaction of the
 * binding: nobody follows up their own service (REQ-ADV-9).
 */
@Injectable()
export class BookChanges implements OnModuleInit {
  constructor(
    private readonly identity: Identity,
    private readonly events: IdentityEvents,
    private readonly moves: ComplaintMoves,
    private readonly calls: FollowUpCalls,
  ) {}

  onModuleInit(): void {
    this.events.on(async (tx, happened) => {
      for (const { memberNo, events } of happened)
        if (events.some(({ type }) => type === 'adviser_bound')) await this.#putBack(tx, memberNo);
    });
  }

  async #putBack(tx: Transaction, memberNo: number): Promise<void> {
    const { manager } = tx;
    const ownerId = (await this.identity.advisersOf([memberNo], manager)).get(memberNo);
    if (ownerId === undefined) return;
    const theirs = { memberNo: In([...(await this.identity.numbersOf(memberNo))]), ownerId };
    const complaints = await manager.findBy(Complaint, { ...theirs, state: In(['HANDLING', 'REVIEWING']) });
    for (const complaint of complaints)
      await this.moves.take(tx, complaint, 'system', { act: 'PUT_BACK', stepNo: complaint.stepNo + 1 });
    for (const call of await manager.findBy(FollowUpCall, { ...theirs, state: 'ASSIGNED' }))
      await this.calls.take(tx, call, 'system', { act: 'PUT_BACK', stepNo: call.stepNo + 1 });
  }
}
