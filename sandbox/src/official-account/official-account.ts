import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { MiniProgram } from '../mini-programs.ts';

/** The firm's official account; of the same Open Platform account as its mini-program. */
export const demoOfficialAccount: MiniProgram = {
  appId: 'wx5a11db0c0000000a',
  appSecret: '0a5a11db0c5a11db0c5a11db0c5a11db',
  openidPrefix: 'ooa-',
  isBoundToOpenPlatform: true,
};

export interface MenuButton {
  readonly type: 'click' | 'view' | 'miniprogram';
  readonly name: string;
  /** The key, the address or the page that an event tells. */
  readonly eventKey: string;
}

/** Who follows the account, and its menu. */
export class OfficialAccount {
  readonly app = demoOfficialAccount;
  /** As it was created, for `menu/get`; null while there is none. */
  menu: { readonly given: unknown; readonly buttons: readonly MenuButton[]; readonly id: string } | null =
    null;
  private readonly followers = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  follow(account: string): void {
    this.followers.set(account, this.clock.now());
  }

  unfollow(account: string): boolean {
    return this.followers.delete(account);
  }

  /** Since when somebody follows; null when they do not. */
  followedAt(account: string): number | null {
    return this.followers.get(account) ?? null;
  }

  setMenu(given: unknown, buttons: readonly MenuButton[]): void {
    const digest = createHash('sha256').update(JSON.stringify(given)).digest();
    this.menu = { given, buttons, id: String(400_000_000 + (digest.readUInt32BE(0) % 100_000_000)) };
  }
}
