/** One request waiting to be committed together with others. */
interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly weight: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Weight of the newest group in the pace. */
const NEWEST = 0.2;

export interface GroupCommitOptions<Request, Answer> {
  /** Commits all requests in one transaction and gives an answer for each, in their order. */
  readonly commit: (requests: readonly Request[]) => Promise<readonly Answer[]>;
  readonly weightOf: (request: Request) => number;
  /** A group is closed when it weighs this much … */
  readonly weightMax: number;
  /** … or when its first request has waited this long. */
  readonly waitMs: number;
  /** Groups committing at the same time. */
  readonly concurrency: number;
  /** Beyond this weight new requests are refused instead of kept waiting; so are those … */
  readonly backlogMax: number;
  /** … that would wait longer than this for their group to begin, at the pace of late. */
  readonly longestWaitMs: number;
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  readonly refuse: () => Error;
  /** Whether a failure is nobody's own: one by one the requests would only meet it again. */
  readonly isOfAll: (error: unknown) => boolean;
}

/**
 * Lets requests that come at about the same time share one commit. A request is answered only after its commit;
 * when a group fails, its requests are tried one by one, so that one bad request harms no other, unless the failure
 * is that of all.
 */
export class GroupCommit<Request, Answer> {
  private waiting: Waiting<Request, Answer>[] = [];
  private weight = 0;
  private running = 0;
  private timer: NodeJS.Timeout | null = null;
  /** Weight committed per millisecond while as many groups as may be were under way; null before that was seen. */
  private pace: number | null = null;
  /** When the last group ended, while somebody has been waiting ever since. */
  private pacedAt: number | null = null;

  constructor(private readonly options: GroupCommitOptions<Request, Answer>) {}

  submit(request: Request): Promise<Answer> {
    const weight = this.options.weightOf(request);
    if (this.weight + weight > this.roomNow()) return Promise.reject(this.options.refuse());
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, weight, resolve, reject });
      this.weight += weight;
      if (this.weight >= this.options.weightMax) this.start();
      else this.timer ??= setTimeout(() => this.start(), this.options.waitMs);
    });
  }

  /** Whether requests wait for a group to be committed, as many as may being under way. */
  get isWaitedFor(): boolean {
    return this.waiting.length > 0 && this.running >= this.options.concurrency;
  }

  private start(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    while (this.running < this.options.concurrency && this.waiting.length > 0) {
      const group = this.takeGroup();
      this.running += 1;
      void this.run(group).finally(() => {
        this.notePace(group);
        this.running -= 1;
        // What came meanwhile has waited long enough: the last commit was its wait.
        this.start();
      });
    }
  }

  /** How much may be waiting: one group always, and what is committed within the longest wait. */
  private roomNow(): number {
    const { backlogMax, longestWaitMs, weightMax } = this.options;
    if (!this.isWaitedFor || this.pace === null) return backlogMax;
    return Math.min(backlogMax, Math.max(weightMax, this.pace * longestWaitMs));
  }

  private notePace(group: readonly Waiting<Request, Answer>[]): void {
    const now = this.options.now();
    if (this.pacedAt !== null && now > this.pacedAt) {
      const pace = group.reduce((sum, { weight }) => sum + weight, 0) / (now - this.pacedAt);
      this.pace = this.pace === null ? pace : this.pace + NEWEST * (pace - this.pace);
    }
    // Without a line the next group may be long in coming, which says nothing of the pace.
    this.pacedAt = this.isWaitedFor ? now : null;
  }

  private takeGroup(): readonly Waiting<Request, Answer>[] {
    let size = 0;
    let weight = 0;
    for (const { weight: next } of this.waiting) {
      if (size > 0 && weight + next > this.options.weightMax) break;
      size += 1;
      weight += next;
    }
    this.weight -= weight;
    return this.waiting.splice(0, size);
  }

  private async run(group: readonly Waiting<Request, Answer>[]): Promise<void> {
    try {
      const answers = await this.options.commit(group.map(({ request }) => request));
      this.answer(group, answers);
    } catch (error) {
      if (group.length === 1 || this.options.isOfAll(error)) for (const { reject } of group) reject(error);
      else for (const each of group) await this.run([each]);
    }
  }

  private answer(group: readonly Waiting<Request, Answer>[], answers: readonly Answer[]): void {
    group.forEach(({ resolve, reject }, at) => {
      const answer = answers[at];
      if (answer === undefined) reject(new Error('a group commit left a request without answer'));
      else resolve(answer);
    });
  }
}
