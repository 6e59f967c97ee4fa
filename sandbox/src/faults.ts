import { z } from 'zod';

/** What can be made to go wrong on the way to WeChat or to the core system; the words are those of the control route. */
export const Fault = z.object({
  api: z.string().min(1).max(64),
  kind: z.enum(['busy', 'server_error', 'not_json', 'hang_up', 'slow']),
  /** How many calls it strikes; absent until it is switched off. */
  times: z.number().int().min(1).max(10_000).optional(),
  /** For `slow`. */
  delayMs: z.number().int().min(0).max(60_000).optional(),
});
export type Fault = z.infer<typeof Fault>;

export class Faults {
  private readonly active: { fault: Fault; left: number | null }[] = [];

  add(fault: Fault): void {
    this.active.push({ fault, left: fault.times ?? null });
  }

  clear(): void {
    this.active.length = 0;
  }

  list(): readonly Fault[] {
    return this.active.map(({ fault }) => fault);
  }

  /** The oldest fault that still strikes this API; a counted one is used up. */
  strike(api: Fault['api']): Fault | null {
    const index = this.active.findIndex(({ fault }) => fault.api === api);
    const hit = this.active[index];
    if (hit === undefined) return null;
    if (hit.left !== null) {
      hit.left -= 1;
      if (hit.left === 0) this.active.splice(index, 1);
    }
    return hit.fault;
  }
}
