/** One request waiting to be committed together with others. */
interface Waiting<Request, Answer> {
  readonly request: Request;
  readonly weight: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

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
  /** Beyond this weight new requests are refused instead of kept waiting. */
  readonly backlogMax: number;
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

  constructor(private readonly options: GroupCommitOptions<Request, Answer>) {}

  submit(request: Request): Promise<Answer> {
    const weight = this.options.weightOf(request);
    if (this.weight + weight > this.options.backlogMax) return Promise.reject(this.options.refuse());
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
        this.running -= 1;
        // What came meanwhile has waited long enough: the last commit was its wait.
        this.start();
      });
    }
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
