import { Injectable } from '@nestjs/common';
import { type CardKind, CARD_KINDS } from '@siyu/shared/contracts/verification.limits';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { makeCardCode, showCardCode } from './card-code.ts';
import { CardSources } from './card-sources.ts';
import { cardNotFound } from './verification.errors.ts';
import { VerificationCard } from './verification-card.entity.ts';

/** Two codes alike are as rare as lightning; after so many something else is wrong. */
const TRIES = 5;

/** Gives every card of ours its code, once and for good. */
@Injectable()
export class CardCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly sources: CardSources,
  ) {}

  /**
   * The code of a card in two halves; made when it is asked for the first time.
   * @throws {AppError} verification.card_not_found for what is no card of ours.
   */
  async codeOf(kind: CardKind, subjectKey: string): Promise<string> {
    const known = await this.database.read.findOneBy(VerificationCard, { kind, subjectKey });
    if (known !== null) return showCardCode(known.code);
    const card = await this.sources.find(kind)?.describe(subjectKey);
    if (!card) throw cardNotFound();
    return showCardCode(await this.issue(kind, subjectKey));
  }

  /** What a code stands for; null when it was never given. */
  async find(code: string): Promise<{ readonly kind: CardKind; readonly subjectKey: string } | null> {
    const row = await this.database.read.findOneBy(VerificationCard, { code });
    const kind = CARD_KINDS.find((each) => each === row?.kind);
    return row === null || kind === undefined ? null : { kind, subjectKey: row.subjectKey };
  }

  private issue(kind: CardKind, subjectKey: string): Promise<string> {
    return this.database.runInTransaction(async ({ manager }) => {
      for (let n = 0; n < TRIES; n += 1) {
        const code = makeCardCode((below) => this.integerBelow(below));
        await manager
          .createQueryBuilder()
          .insert()
          .into(VerificationCard)
          .values({ code, kind, subjectKey, issuedAt: this.clock.now() })
          .orIgnore()
          .updateEntity(false)
          .execute();
        // Whoever came first has given the card its code.
        const kept = await manager.findOneBy(VerificationCard, { kind, subjectKey });
        if (kept !== null) return kept.code;
      }
      throw new Error(`no free code for a card after ${TRIES} tries`);
    });
  }

  /** Even over all values: bytes beyond the last whole multiple are thrown away. */
  private integerBelow(below: number): number {
    const last = 256 - (256 % below);
    for (;;) {
      const [byte = 0] = this.randomness.bytes(1);
      if (byte < last) return byte % below;
    }
  }
}
