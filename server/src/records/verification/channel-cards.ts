import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CHANNEL_KEY_PATTERN } from '@siyu/shared/contracts/channels.limits';
import type { PublicCard } from '@siyu/shared/contracts/verification';
import type { CardKind } from '@siyu/shared/contracts/verification.limits';
import { type PublicAccount, PublicChannels } from '../channels/index.ts';
import { CardSources } from './card-sources.ts';
import type { CheckedText } from './checked-text.ts';

/** Where a code of ours leads, with its scene, and a card that was shared, with its key. */
const HOME = 'pages/home/index';

/** Accounts of ours by their whole name, and placements by their key or the page their code opens. */
@Injectable()
export class ChannelCards implements OnModuleInit {
  constructor(
    private readonly channels: PublicChannels,
    private readonly sources: CardSources,
  ) {}

  onModuleInit(): void {
    this.sources.add({
      kind: 'account',
      describe: async (accountId) => {
        const account = await this.channels.findAccount(accountId);
        return account === null ? null : cardOf('account', account, false);
      },
      match: async ({ plain, page }) => (page === null ? this.channels.accountIdsOf(plain) : []),
    });
    this.sources.add({
      kind: 'placement',
      describe: async (key) => {
        const placement = await this.channels.findPlacement(key);
        return placement === null ? null : cardOf('placement', placement, placement.isRetired);
      },
      match: async (text) => {
        // A link to WeChat proves nothing but as the very one that we were given.
        const key = text.isElsewhere ? await this.channels.keyOfLink(text.exact) : keyIn(text);
        return key !== null && CHANNEL_KEY_PATTERN.test(key) ? [key] : [];
      },
    });
  }
}

/** The key in what a code holds: bare, as its scene, or in the page that WeChat says the code opens. */
function keyIn({ exact, page }: CheckedText): string {
  if (page === null) return sceneKey(exact);
  if (page.path !== HOME) return '';
  return page.query['k'] ?? sceneKey(page.query['scene'] ?? '');
}

const sceneKey = (scene: string): string => scene.replace(/^k(=|%3D)/i, '');

function cardOf(
  kind: CardKind,
  { name, platform, branchName }: PublicAccount,
  isRetired: boolean,
): PublicCard {
  return {
    kind,
    name,
    platform,
    branchName,
    isRetired,
    registrationNo: null,
    ownerName: null,
    publishedOn: null,
  };
}
