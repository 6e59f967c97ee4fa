/** One call as WeChat saw it; secrets and codes are not kept. */
export interface JournalEntry {
  readonly at: number;
  readonly api: string;
  readonly appId: string | null;
  readonly account: string | null;
  readonly errcode: number;
  readonly rid: string;
  readonly fault: string | null;
}

const ENTRIES_MAX = 1_000;

export class Journal {
  private readonly entries: JournalEntry[] = [];

  record(entry: JournalEntry): void {
    this.entries.push(entry);
    if (this.entries.length > ENTRIES_MAX) this.entries.shift();
  }

  list(): readonly JournalEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries.length = 0;
  }
}
