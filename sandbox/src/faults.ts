import { z } from 'zod';

/** What can be made to go wrong on the way to WeChat or to the core system; the words are those of the control route. */
export const Fault = z.object({
  /** Name of the API as the journal writes it; `*` for all of them. */
  api: z.string().min(1).max(64),
  kind: z.enum(['busy', 'server_error', 'not_json', 'hang_up', 'slow', 'time_out', 'dropped']),
  /** Only calls of this app, agent or account. */
  caller: z.string().min(1).max(64).optional(),
  /** How many calls it strikes; absent until it is switched off. */
  times: z.number().int().min(1).max(10_000).optional(),
  /** Strikes each nth call that would be struck. */
  every: z.number().int().min(1).max(1_000).default(1),
  /** For `slow`, and how long `time_out` keeps a caller waiting before the line goes dead. */
  delayMs: z.number().int().min(0).max(120_000).optional(),
});
export type Fault = z.infer<typeof Fault>;

interface ActiveFault {
  readonly id: number;
  readonly fault: Fault;
  left: number | null;
  met: number;
}

/** A fault that is switched on, as the page shows it. */
export type ListedFault = Fault & { readonly id: number; readonly left: number | null; readonly met: number };

export class Faults {
  private active: ActiveFault[] = [];
  private count = 0;

  add(fault: Fault): number {
    this.count += 1;
    this.active.push({ id: this.count, fault, left: fault.times ?? null, met: 0 });
    return this.count;
  }

  clear(): void {
    this.active = [];
  }

  /** Switches one off; false when there is none of that number. */
  remove(id: number): boolean {
    const before = this.active.length;
    this.active = this.active.filter((each) => each.id !== id);
    return this.active.length < before;
  }

  list(): readonly ListedFault[] {
    return this.active.map(({ id, fault, left, met }) => ({ ...fault, id, left, met }));
  }

  /** The oldest fault that strikes this call of an API; a counted one is used up. */
  strike(api: Fault['api'], callers: readonly (string | null | undefined)[] = []): Fault | null {
    for (const each of this.active) {
      const { fault } = each;
      if (fault.api !== '*' && fault.api !== api) continue;
      if (fault.caller !== undefined && !callers.includes(fault.caller)) continue;
      each.met += 1;
      if (each.met % fault.every !== 0) continue;
      if (each.left !== null) {
        each.left -= 1;
        if (each.left === 0) this.remove(each.id);
      }
      return fault;
    }
    return null;
  }
}
