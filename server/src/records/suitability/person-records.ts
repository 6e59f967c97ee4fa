import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../identity/index.ts';
import { consentRequired } from './suitability.errors.ts';
import { readTold, type ToldRecords } from './told-assessments.ts';

/** The records of one person, under whichever registration they were made. */
@Injectable()
export class PersonRecords {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  /** @throws {AppError} identity.consent_required */
  async memberNoOf({ memberNo }: Principal): Promise<number> {
    if (memberNo === null || !(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    return memberNo;
  }

  async read(memberNo: number): Promise<ToldRecords> {
    return readTold(this.database.read, await this.identity.numbersOf(memberNo));
  }

  /** For a writer, to be the first act of its transaction: two of one person come one after the other. */
  async hold(tx: Transaction, memberNo: number): Promise<ToldRecords> {
    const numbers = await this.identity.numbersOf(memberNo);
    await this.identity.lockMembers(tx, numbers);
    return readTold(tx.manager, numbers);
  }
}
