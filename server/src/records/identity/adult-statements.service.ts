import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { AdultStatement } from './adult-statement.entity.ts';
import { adultStatementMissing } from './identity.errors.ts';

const { version, text } = ADULT_STATEMENT;
const textSha256 = createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Nobody under age opens the app (REQ-PI-9). No date of birth and no number of a document is asked for: the person
 * says so in the act of joining, in words of their own that have a version, and whoever does not is not let in.
 */
@Injectable()
export class AdultStatements {
  constructor(private readonly clock: Clock) {}

  /**
   * Keeps what was said; saying it again changes nothing.
   * @param stated version of the words on the screen; absent when the person did not say them
   * @throws {AppError} identity.adult_statement_missing when neither now nor before the words in force were said
   */
  async require(tx: Transaction, memberNo: number, stated: string | undefined): Promise<void> {
    const { manager } = tx;
    if (await manager.existsBy(AdultStatement, { memberNo, textVersion: version })) return;
    if (stated !== version) throw adultStatementMissing();
    const row = { memberNo, textVersion: version, textSha256, statedAt: this.clock.now() };
    await manager
      .createQueryBuilder()
      .insert()
      .into(AdultStatement)
      .values(row)
      .orIgnore()
      .updateEntity(false)
      .execute();
  }
}
