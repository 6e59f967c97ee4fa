import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import { AccountClosing } from './account-closing.entity.ts';
import { AccountClosings } from './account-closings.service.ts';
import { ClosingJournal, type JournalledClosing } from './closing-journal.ts';
import { Member } from './member.entity.ts';

const CHUNK = 500;

/**
 * Before the server answers anybody: whoever closed the account after a backup was made is not brought back by it. And
 * the journal takes in what a crash, another server or an older program has left out of it.
 */
@Injectable()
export class ClosingReplay implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly closings: AccountClosings,
    private readonly journal: ClosingJournal,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const noted = await this.journal.read();
    const rows = await this.database.read.find(AccountClosing);
    const done = new Set(rows.map(({ closingId }) => closingId));
    for (const closing of noted) if (!done.has(closing.closingId)) await this.closings.closeAgain(closing);
    const known = new Set(noted.map(({ closingId }) => closingId));
    const missing = rows.filter(({ closingId }) => !known.has(closingId));
    for (let at = 0; at < missing.length; at += CHUNK)
      await this.journal.note(await this.#described(missing.slice(at, at + CHUNK)));
  }

  async #described(rows: readonly AccountClosing[]): Promise<readonly JournalledClosing[]> {
    const memberNo = In(rows.map((row) => row.memberNo));
    const members = await this.database.read.find(Member, { where: { memberNo } });
    const idOf = new Map(members.map((member) => [member.memberNo, member.memberId]));
    return rows.flatMap(({ closingId, memberNo: number, textVersion }) => {
      const memberId = idOf.get(number);
      return memberId === undefined ? [] : [{ closingId, memberIds: [memberId], textVersion }];
    });
  }
}
