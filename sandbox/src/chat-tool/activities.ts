import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';

const LIFE_MS = 24 * 3_600_000;

export interface Activity {
  readonly appId: string;
  readonly expiresAt: number;
  /** Who alone may share it; null for anybody. */
  readonly sharer: string | null;
  /** Name of the chat its card lies in; null until it is shared. */
  group: string | null;
  state: number;
  /** Members who are done. */
  readonly done: Set<string>;
}

/** Dynamic cards of the chat tool, by their activity_id. */
export class Activities {
  private readonly byId = new Map<string, Activity>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  create(appId: string, sharer: string | null): { readonly id: string; readonly expiresAt: number } {
    const now = this.clock.now();
    for (const [id, { expiresAt }] of this.byId) if (expiresAt + LIFE_MS < now) this.byId.delete(id);
    const id = `1333_${hex(this.randomness, 24)}`;
    const expiresAt = now + LIFE_MS;
    this.byId.set(id, { appId, expiresAt, sharer, group: null, state: 0, done: new Set() });
    return { id, expiresAt };
  }

  /** A card of this app that has not expired. */
  find(appId: string, id: unknown): Activity | null {
    const activity = typeof id === 'string' ? this.byId.get(id) : undefined;
    if (activity?.appId !== appId || this.clock.now() >= activity.expiresAt) return null;
    return activity;
  }
}
