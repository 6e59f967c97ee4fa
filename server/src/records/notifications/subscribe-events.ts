import { Injectable, type OnModuleInit } from '@nestjs/common';
import { listOf, PlatformCallbacks, type PlatformEvent, textOf } from '../../foundation/wechat/index.ts';
import { Config } from '../../platform/config/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { ExternalIds } from '../identity/index.ts';
import { SubscribeAccepts } from './subscribe-accepts.service.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

/** The person answered WeChat's window. */
const POPUP = 'subscribe_msg_popup_event';
/** The person changed it in WeChat's own settings. */
const CHANGE = 'subscribe_msg_change_event';

interface Entry {
  readonly templateId: string;
  readonly isAccept: boolean;
  /** Place in the event, which may name the same template twice. */
  readonly at: number;
}

/** What WeChat itself tells of accepts and refusals; what a phone reported of the same counts no second time. */
@Injectable()
export class SubscribeEvents implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly callbacks: PlatformCallbacks,
    private readonly externalIds: ExternalIds,
    private readonly accepts: SubscribeAccepts,
    private readonly ledger: SubscribeLedger,
  ) {}

  onModuleInit(): void {
    this.callbacks.on('wechat', POPUP, 'notifications-popup', (tx, event) =>
      this.#follow(tx, event, 'SubscribeMsgPopupEvent'),
    );
    this.callbacks.on('wechat', CHANGE, 'notifications-change', (tx, event) =>
      this.#follow(tx, event, 'SubscribeMsgChangeEvent'),
    );
  }

  async #follow(tx: Transaction, event: PlatformEvent, wrapper: string): Promise<void> {
    const openid = textOf(event.facts, 'FromUserName') ?? '';
    const issuer = this.config.wechat.appId;
    const member = await this.externalIds.findMember({ kind: 'wechat_openid', issuer, externalId: openid });
    // Somebody who has closed the account, or never had one.
    if (member === null) return;
    const { memberNo } = member;
    for (const { templateId, isAccept, at } of entriesOf(event, wrapper)) {
      const key = `${event.eventId}:${at}`;
      if (isAccept && event.type === POPUP)
        await this.accepts.take(tx, 'eventKey', { memberNo, templateId, key, at: event.happenedAt });
      // A refusal in the window is of this one time; in the settings it ends every accept there was.
      else if (!isAccept && event.type === CHANGE)
        await this.ledger.empty(tx, { memberNo, templateId }, 'TURNED_OFF', `change:${key}`);
    }
  }
}

function entriesOf({ facts }: PlatformEvent, wrapper: string): readonly Entry[] {
  return listOf(facts, wrapper).flatMap((entry, at) => {
    const templateId = textOf(entry, 'TemplateId');
    if (templateId === null || templateId.length > 64) return [];
    return [{ templateId, isAccept: textOf(entry, 'SubscribeStatusString') === 'accept', at }];
  });
}
