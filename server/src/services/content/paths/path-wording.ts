import { Injectable } from '@nestjs/common';
import type { PathDraft } from '@siyu/shared/contracts/paths';
import { textsOfPath } from '@siyu/shared/contracts/paths.texts';
import { Moderation } from '../../../records/moderation/index.ts';
import { refuseUnseen, type Sayable, sayableOf } from '../lesson-wording.ts';

/** No path goes to a reviewer or to members with words that may not be said to them: everybody reads them. */
@Injectable()
export class PathWording {
  constructor(private readonly moderation: Moderation) {}

  /** @throws {WordingRefused} with the place of each finding that cannot reach members. */
  async requireSayable(draft: PathDraft): Promise<Sayable> {
    return sayableOf(await this.#check(draft));
  }

  /** @throws {AppError} `content.wording_not_looked_at` with the places whoever approved it did not tick. */
  async requireLookedAt(draft: PathDraft, lookedAt: readonly string[]): Promise<void> {
    refuseUnseen(await this.#check(draft), lookedAt);
  }

  /** Both at once. */
  async requirePublishable(draft: PathDraft, lookedAt: readonly string[]): Promise<Sayable> {
    const verdict = await this.#check(draft);
    const sayable = sayableOf(verdict);
    refuseUnseen(verdict, lookedAt);
    return sayable;
  }

  #check(draft: PathDraft) {
    return this.moderation.check(textsOfPath(draft), 'education');
  }
}
