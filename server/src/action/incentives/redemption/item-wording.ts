import { Injectable } from '@nestjs/common';
import { wordingMark } from '@siyu/shared/contracts/moderation.limits';
import { Audit } from '../../../foundation/audit/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { GuardedWording, Moderation, wordingIssueOf } from '../../../records/moderation/index.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';
import { ITEM_WORDING, itemNotLookedAt } from './redemption.errors.ts';

/** What members read of an item. */
@Injectable()
export class ItemWording extends GuardedWording {
  constructor(database: Database, audit: Audit, moderation: Moderation) {
    super(database, audit, moderation, ITEM_WORDING);
  }

  /** @throws {AppError} `catalogue.not_looked_at` with the places that the second person did not tick. */
  async requireLookedAt(text: string, lookedAt: readonly string[]): Promise<void> {
    const { findings } = await this.requireSayable(text);
    const open = findings.filter((finding) => !lookedAt.includes(wordingMark(finding)));
    if (open.length > 0) throw itemNotLookedAt(open.map(wordingIssueOf));
  }
}

/** All that members read of it. */
export const textOf = ({ title, summary }: Pick<CatalogueItem, 'title' | 'summary'>): string =>
  `${title}\n${summary}`;
