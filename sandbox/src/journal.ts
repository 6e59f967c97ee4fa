import { verdictOn, type Outcome, type Verdict } from './verdict.ts';

/** One call as WeChat saw it; secrets and codes are not kept. */
export interface JournalCall {
  readonly at: number;
  readonly api: string;
  readonly appId: string | null;
  readonly account: string | null;
  readonly errcode: number;
  readonly rid: string;
  readonly fault: string | null;
}

export interface JournalEntry extends JournalCall {
  readonly no: number;
  readonly verdict: Verdict;
}

/** Which entries are asked for; what is absent does not narrow. */
export interface JournalFilter {
  readonly api?: string | undefined;
  readonly caller?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

const ENTRIES_MAX = 1_000;

export class Journal {
  private entries: JournalEntry[] = [];
  private count = 0;

  record(call: JournalCall): void {
    this.count += 1;
    this.entries.push({ ...call, no: this.count, verdict: verdictOn(call) });
    if (this.entries.length > ENTRIES_MAX) this.entries.shift();
  }

  /** The oldest first; with a limit the latest ones. */
  list({
    api,
    caller,
    outcome,
    after = 0,
    limit = ENTRIES_MAX,
  }: JournalFilter = {}): readonly JournalEntry[] {
    return this.entries
      .filter(
        (each) =>
          each.no > after &&
          (api === undefined || each.api.includes(api)) &&
          (caller === undefined || each.appId === caller || each.account === caller) &&
          (outcome === undefined || each.verdict.outcome === outcome),
      )
      .slice(-limit);
  }

  clear(): void {
    this.entries = [];
  }
}
