import type { Clock } from '../clock.ts';
import type { PhoneAccount } from '../phone-accounts.ts';
import type { Randomness } from '../randomness.ts';
import type { MiniProgram } from '../mini-programs.ts';
import type { Groups } from '../world/groups.ts';
import { ConversationArchive } from './archive.ts';
import { Callbacks } from './callbacks.ts';
import { ContactWays } from './contact-ways.ts';
import { Conversations } from './conversations.ts';
import type { Corp, WecomApp } from './corp.ts';
import { cursors } from './cursors.ts';
import { CustomerGroups } from './customer-groups.ts';
import { Customers } from './customers.ts';
import { JoinWays } from './join-ways.ts';
import { JsSdk } from './js-sdk.ts';
import { MassSends } from './mass-sends.ts';
import { MediaShelf } from './media.ts';
import { Moments } from './moments.ts';
import { Relations } from './relations.ts';
import { Tags } from './tags.ts';
import { WecomTokens } from './tokens.ts';
import { Welcomes } from './welcomes.ts';

/** The firm's side of WeCom: everything it remembers lives in memory. */
export interface WecomWorld {
  readonly corp: Corp;
  readonly tokens: WecomTokens;
  readonly customers: Customers;
  readonly contactWays: ContactWays;
  readonly relations: Relations;
  readonly groups: CustomerGroups;
  readonly joinWays: JoinWays;
  readonly welcomes: Welcomes;
  readonly tags: Tags;
  readonly conversations: Conversations;
  readonly archive: ConversationArchive;
  readonly media: MediaShelf;
  readonly jsSdk: JsSdk;
  readonly massSends: MassSends;
  readonly moments: Moments;
  /** Employees whom the administrator has removed. */
  readonly left: Set<string>;
  /** Mini-programs linked to the firm. */
  readonly linkedAppIds: readonly string[];
  readonly callbacks: Callbacks;
  readonly cursors: typeof cursors;
  /** Apps whose list of trusted addresses does not name the caller; a control switch. */
  readonly distrusted: Set<number>;
  isAddressDistrusted(app: WecomApp): boolean;
}

/** Whom the demo accounts know already. */
const FOLLOWED = [
  ['demo-3', 'adviser1'],
  ['demo-4', 'adviser1'],
  ['demo-5', 'adviser2'],
  ['demo-6', 'adviser2'],
  ['demo-8', 'adviser1'],
] as const;

/** Who owns the customer groups of the box, by the name of the chat. */
const OWNERS: Readonly<Record<string, string>> = { 思语投教一群: 'adviser1', 思语投教二群: 'adviser2' };

export function createWecom(given: {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly accounts: readonly PhoneAccount[];
  readonly corp: Corp;
  readonly groups: Groups;
  readonly miniPrograms: readonly MiniProgram[];
  /** How long the firm may take to answer a callback, in real time. */
  readonly answerMs?: number;
}): WecomWorld {
  const { clock, randomness, corp } = given;
  const customers = new Customers(clock, given.accounts);
  for (const [account, userid] of FOLLOWED)
    customers.follow(customers.ofAccount(account), userid, { addWay: 1 });
  const welcomes = new Welcomes(clock, randomness);
  const callbacks = new Callbacks(clock, randomness, corp.corpId, given.answerMs);
  const distrusted = new Set<number>();
  const linkedAppIds = given.miniPrograms
    .filter(({ isBoundToOpenPlatform }) => isBoundToOpenPlatform)
    .map(({ appId }) => appId);
  const ownerOf = (name: string): string =>
    OWNERS[name] ?? corp.employees.find(({ hasCustomerContact }) => hasCustomerContact)?.userid ?? '';
  const groups = new CustomerGroups(
    clock,
    randomness,
    corp.corpId,
    linkedAppIds,
    given.groups,
    callbacks,
    ownerOf,
  );
  const conversations = new Conversations(clock, randomness);
  const archive = new ConversationArchive(clock, randomness, corp, groups, callbacks);
  conversations.onMessage((message) => archive.hear(message));
  const media = new MediaShelf(clock, randomness);
  return {
    corp,
    archive,
    linkedAppIds,
    conversations,
    media,
    jsSdk: new JsSdk(clock, randomness, corp, conversations, media, linkedAppIds),
    massSends: new MassSends(clock, randomness, customers, conversations),
    moments: new Moments(clock, randomness),
    groups,
    customers,
    welcomes,
    cursors,
    callbacks,
    distrusted,
    tokens: new WecomTokens(clock, randomness, corp),
    contactWays: new ContactWays(clock, randomness, customers, welcomes, callbacks),
    joinWays: new JoinWays(randomness, groups),
    relations: new Relations(customers, callbacks),
    left: new Set(),
    tags: new Tags(clock, randomness),
    isAddressDistrusted: ({ agentId }) => distrusted.has(agentId),
  };
}
