import { Injectable } from '@nestjs/common';
import { LINK_DAYS, LINK_USEFUL_MS } from '@siyu/shared/contracts/channels.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { WechatApi, WechatError } from '../../foundation/wechat/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { PlacementEntry } from './channel-account.entity.ts';
import { ChannelLists } from './channel-lists.service.ts';
import { linkRefused, linkUnavailable, placementRetired } from './channels.errors.ts';
import { HOME_PAGE } from './placement-codes.service.ts';

const DAY_MS = 86_400_000;
/** Links of today are used up for the whole mini-program. */
const NO_LINKS_LEFT = 44990;

/** Links to be sent in a message or an article. WeChat lets none live longer than thirty days. */
@Injectable()
export class PlacementLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wechat: WechatApi,
    private readonly lists: ChannelLists,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes the link of a placement, unless there is one that is still good for a day: pressed twice, it is the same.
   * @returns the id of its account
   * @throws {AppError} channels.placement_not_found, channels.placement_retired, channels.link_unavailable, channels.link_refused
   */
  async makeLink(caller: Principal, placementId: string): Promise<string> {
    const entry = await this.lists.findPlacement(caller.scope, placementId);
    const { accountId, placementKey, linkUntil: formerUntil } = entry;
    if (entry.state === 'RETIRED') throw placementRetired();
    const asked = this.clock.now();
    if (formerUntil !== null && formerUntil > asked + LINK_USEFUL_MS) return accountId;
    const linkUrl = await this.#ask(placementKey);
    // Reckoned from before the question, so that a link is never said to live longer than it does.
    const linkUntil = asked + LINK_DAYS * DAY_MS;
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager
        .createQueryBuilder()
        .update(PlacementEntry)
        .set({ linkUrl, linkUntil })
        .where('placementId = :placementId AND (linkUntil IS NULL OR linkUntil <= :soon)', {
          placementId,
          soon: asked + LINK_USEFUL_MS,
        })
        .execute();
      // Somebody else was quicker: theirs is the one that is shown.
      if (affected !== 1) return;
      const act = { action: 'channels.make_link', subjectKind: 'placement', subjectId: placementId };
      await this.audit.record(tx, { actor: caller, ...act, inputs: { linkUrl, linkUntil } });
    });
    return accountId;
  }

  #ask(key: string): Promise<string> {
    return this.wechat
      .generateUrlLink({ path: HOME_PAGE, query: `k=${key}`, days: LINK_DAYS })
      .catch((error: unknown) => {
        if (!(error instanceof WechatError)) throw error;
        const isForGood = error.kind === 'refused' && !error.retryable && error.code !== NO_LINKS_LEFT;
        throw isForGood ? linkRefused() : linkUnavailable();
      });
  }
}
