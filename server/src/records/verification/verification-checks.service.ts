import { Injectable } from '@nestjs/common';
import { CHECK_CARDS_MAX } from '@siyu/shared/contracts/verification.limits';
import type { CheckAnswer, PublicCard } from '@siyu/shared/contracts/verification';
import { Config } from '../../platform/config/index.ts';
import { readCardCode } from './card-code.ts';
import { CardCodes } from './card-codes.service.ts';
import { CardSources } from './card-sources.ts';
import { readCheckedText } from './checked-text.ts';

const NOT_FOUND: CheckAnswer = { outcome: 'not_found', cards: [] };

/** Answers whether something is of the firm: exact names, numbers, codes and links, and never who its customers are. */
@Injectable()
export class VerificationChecks {
  constructor(
    private readonly config: Config,
    private readonly codes: CardCodes,
    private readonly sources: CardSources,
  ) {}

  async check(text: string): Promise<CheckAnswer> {
    const checked = readCheckedText(text, this.config.publicUrl);
    // A true code on a link to somebody else proves nothing.
    const written = checked.isElsewhere ? null : readCardCode(checked.page?.query['code'] ?? checked.plain);
    if (written?.kind === 'code') return this.byCode(written.code);
    const found: PublicCard[] = [];
    for (const source of this.sources.all()) {
      for (const key of new Set(await source.match(checked))) {
        const card = found.length < CHECK_CARDS_MAX ? await source.describe(key) : null;
        if (card !== null) found.push(card);
      }
    }
    if (found.length > 0) return { outcome: 'ours', cards: found };
    return written?.kind === 'mistyped' ? { outcome: 'mistyped', cards: [] } : NOT_FOUND;
  }

  private async byCode(code: string): Promise<CheckAnswer> {
    const given = await this.codes.find(code);
    const card = given === null ? null : await this.sources.find(given.kind)?.describe(given.subjectKey);
    return card ? { outcome: 'ours', cards: [card] } : NOT_FOUND;
  }
}
