import { rejectKind } from './reject-kinds.ts';

/** What became of the lines of a file. Counts by kind of fault, so that it stays small. */
export class Quality {
  rows = 0;
  rejects = 0;
  readonly kinds = new Map<string, number>();

  addReject(reason: string): void {
    const kind = rejectKind(reason);
    this.rejects += 1;
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1);
  }
}
