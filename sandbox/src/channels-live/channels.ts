import type { Clock } from '../clock.ts';

/** A live of a Channels account, as its owner plans it. */
export interface Live {
  readonly noticeId: string;
  readonly finderUserName: string;
  readonly nickname: string;
  readonly description: string;
  readonly startsAt: number;
  /** What the owner has done: announced it, called it off, gone live, ended. */
  state: 'announced' | 'cancelled' | 'live' | 'ended';
}

/** What wx.getChannelsLiveNoticeInfo says of a notice: 0 may be used, 1 called off, 2 used. */
export const NOTICE_STATUS = { announced: 0, cancelled: 1, live: 2, ended: 2 } as const;
/** What wx.getChannelsLiveInfo says: 2 on air, 3 over. */
export const LIVE_STATUS = { live: 2, ended: 3 } as const;

/** Lives, and who has reserved a place. */
export class Channels {
  private readonly lives = new Map<string, Live>();
  private readonly reservations = new Map<string, Set<string>>();

  constructor(private readonly clock: Clock) {}

  put(live: Live): void {
    this.lives.set(live.noticeId, live);
  }

  /** Lives of an account, the next to begin first. */
  of(finderUserName: string): readonly Live[] {
    return [...this.lives.values()]
      .filter((live) => live.finderUserName === finderUserName)
      .sort((a, b) => a.startsAt - b.startsAt);
  }

  find(noticeId: string): Live | null {
    return this.lives.get(noticeId) ?? null;
  }

  /** Only a live that is announced and has not begun. */
  isReservable(live: Live): boolean {
    return live.state === 'announced' && this.clock.now() < live.startsAt;
  }

  /** Twice is once. */
  reserve(live: Live, account: string): void {
    const known = this.reservations.get(live.noticeId) ?? new Set();
    this.reservations.set(live.noticeId, known.add(account));
  }

  withdraw(noticeId: string, account: string): boolean {
    return this.reservations.get(noticeId)?.delete(account) === true;
  }

  reservedBy(noticeId: string): readonly string[] {
    return [...(this.reservations.get(noticeId) ?? [])];
  }
}
