import { createHash } from 'node:crypto';
import { AppConsoles } from './app-console/app-consoles.ts';
import { Background } from './background.ts';
import { Channels } from './channels-live/channels.ts';
import { Activities } from './chat-tool/activities.ts';
import type { Clock } from './clock.ts';
import { Links } from './codes-and-links/links.ts';
import { Conversations } from './customer-messages/conversations.ts';
import { Inbox } from './inbox.ts';
import type { Journal } from './journal.ts';
import { MessagePush } from './message-push/message-push.ts';
import type { MiniProgram } from './mini-programs.ts';
import { OfficialAccount } from './official-account/official-account.ts';
import { PhoneCodes } from './open-data/phone-codes.ts';
import type { Randomness } from './randomness.ts';
import { Subscriptions } from './subscribe/subscriptions.ts';
import { AccessTokens } from './tokens/access-tokens.ts';
import { Quotas } from './wechat-api/quotas.ts';
import { demoGroups, Groups } from './world/groups.ts';

/** What WeChat's servers remember of mini-programs beyond logins. */
export interface MiniProgramSide {
  readonly tokens: AccessTokens;
  /** Calls of an API by app, in the minute and in the day. */
  readonly quotas: Quotas;
  readonly phoneCodes: PhoneCodes;
  readonly consoles: AppConsoles;
  readonly links: Links;
  /** The message push of each account. */
  readonly pushes: ReadonlyMap<string, MessagePush>;
  readonly subscriptions: Subscriptions;
  /** What has arrived on the phones. */
  readonly inbox: Inbox;
  readonly conversations: Conversations;
  readonly activities: Activities;
  readonly officialAccount: OfficialAccount;
  readonly channels: Channels;
  /** Work that goes on after an answer. */
  readonly background: Background;
  /** Ids of messages, never the same twice. */
  nextMsgId(): number;
  /** The chats that cards of a mini-program lie in; the WeCom side reads the same ones. */
  readonly groups: Groups;
}

/** What an account is called in what it is told: `gh_` and twelve signs. */
const originalIdOf = (appId: string): string =>
  `gh_${createHash('sha256').update(appId).digest('hex').slice(0, 12)}`;

export function createMiniProgramSide(given: {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly journal: Journal;
  readonly miniPrograms: readonly MiniProgram[];
}): MiniProgramSide {
  const { clock, randomness, journal, miniPrograms } = given;
  const pushOf = ({ appId }: MiniProgram): MessagePush =>
    new MessagePush({ appId, originalId: originalIdOf(appId) }, clock, randomness, journal);
  const officialAccount = new OfficialAccount(clock);
  let msgId = 0;
  return {
    tokens: new AccessTokens(clock, randomness),
    quotas: new Quotas(clock),
    phoneCodes: new PhoneCodes(clock, randomness),
    consoles: new AppConsoles(miniPrograms),
    links: new Links(clock, randomness),
    pushes: new Map([...miniPrograms, officialAccount.app].map((app) => [app.appId, pushOf(app)])),
    subscriptions: new Subscriptions(),
    inbox: new Inbox(clock),
    conversations: new Conversations(clock),
    activities: new Activities(clock, randomness),
    officialAccount,
    channels: new Channels(clock),
    background: new Background(),
    nextMsgId: () => {
      msgId += 1;
      // Begins anew with the box: the time keeps ids of two runs apart.
      return clock.now() * 1_000 + (msgId % 1_000);
    },
    groups: new Groups(demoGroups),
  };
}
