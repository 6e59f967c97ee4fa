import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import type { RecordPurchases } from '@siyu/shared/contracts/transactions';
import { transactionsRoutes } from '@siyu/shared/contracts/transactions.routes';
import { coreSystem, type MemberClient, type Whole } from '../harness/index.ts';
import { randomFrom, untilAnswered } from '../ingest-kill/index.ts';

type Purchase = RecordPurchases['purchases'][number];

export interface FinishedLesson {
  readonly account: string;
  readonly lessonId: string;
  /** As the first answer said. */
  readonly completedAt: string;
}

export interface DeedsOptions {
  readonly whole: Whole;
  readonly members: readonly MemberClient[];
  readonly lessonIds: readonly string[];
  readonly lessonsEach: number;
  readonly purchaseBatches: number;
  /** What else is done meanwhile. */
  readonly others: readonly (() => Promise<void>)[];
  readonly seed: number;
  readonly now: number;
}
const PURCHASES_PER_BATCH = 5;
const DAY = 86_400_000;
/** So often a deed that was acknowledged is sent once more. */
const REPEATED_SHARE = 0.3;

const customerOf = (account: string): string => `core-${account}`;

/** What happens beside the events: lessons are finished, the core system tells purchases; each until it is answered. */
export class Deeds {
  /** What was promised, kept outside the server. */
  readonly lessons: FinishedLesson[] = [];
  readonly purchases = new Map<string, { readonly account: string; readonly purchase: Purchase }>();
  /** Repeats that got another answer than the first time. */
  readonly otherAnswers: string[] = [];
  unanswered = 0;
  readonly #options: DeedsOptions;
  readonly #waiting: (() => Promise<void>)[];
  readonly #begun: Promise<void>[] = [];
  readonly #random: () => number;
  readonly #all: number;

  constructor(options: DeedsOptions) {
    this.#options = options;
    this.#random = randomFrom(options.seed ^ 0xdeed);
    const { members, lessonIds, lessonsEach, purchaseBatches, others } = options;
    const lessons = members.flatMap((member) =>
      lessonIds.slice(0, lessonsEach).map((lessonId) => () => this.#finish(member, lessonId)),
    );
    const batches = Array.from({ length: purchaseBatches }, (_, index) => {
      const purchases = this.#planPurchases(index);
      return () => this.#tell(purchases);
    });
    this.#waiting = shuffled([...lessons, ...batches, ...others], this.#random);
    this.#all = this.#waiting.length;
  }

  /** Members become customers of the firm, so that their purchases count. */
  async linkAccounts(): Promise<void> {
    const core = coreSystem(this.#options.whole);
    for (const { account, session } of this.#options.members) {
      const { memberId } = session.member;
      const body = { memberId, coreCustomerId: customerOf(account), verifiedBy: 'counter' as const };
      await core.call(identityRoutes.linkCoreCustomer, { body });
    }
  }

  /** Begins as many deeds as belong to this share of the run, from 0 to 1. */
  advanceTo(share: number): void {
    while (this.#waiting.length > 0 && this.#all - this.#waiting.length < share * this.#all)
      this.#begun.push(this.#waiting.pop()!());
  }

  /** Begins what is left and waits for everything. */
  async finish(): Promise<void> {
    this.advanceTo(1);
    await Promise.all(this.#begun);
  }

  #planPurchases(batch: number): readonly { account: string; purchase: Purchase }[] {
    const { members, now } = this.#options;
    return Array.from({ length: PURCHASES_PER_BATCH }, (_, index) => {
      const { account } = members[Math.floor(this.#random() * members.length)]!;
      const purchase = {
        sourceId: `crash-${batch}-${index}`,
        coreCustomerId: customerOf(account),
        occurredAt: new Date(now - Math.floor(this.#random() * 20 * DAY)).toISOString(),
        productCode: 'F000001',
        amountFen: 100_000 + Math.floor(this.#random() * 10_000_000),
        benefitFen: Math.floor(this.#random() * 50_000),
      };
      return { account, purchase };
    });
  }

  async #twice<Answer>(act: () => Promise<Answer>, shown: (answer: Answer) => string): Promise<Answer> {
    const onUnanswered = (): void => {
      this.unanswered += 1;
    };
    const first = await untilAnswered(act, onUnanswered);
    if (this.#random() > REPEATED_SHARE) return first;
    const again = await untilAnswered(act, onUnanswered);
    if (shown(first) !== shown(again)) this.otherAnswers.push(`${shown(again)}, first ${shown(first)}`);
    return first;
  }

  async #finish(member: MemberClient, lessonId: string): Promise<void> {
    const body = {
      readPercent: 100,
      hasSeenLastParagraph: true,
      occurredAt: new Date(this.#options.now).toISOString(),
    };
    const { completedAt } = await this.#twice(
      () => member.call(contentRoutes.completeLesson, { params: { lessonId }, body }),
      (answer) => `${answer.lessonId} ${answer.completedAt}`,
    );
    this.lessons.push({ account: member.account, lessonId, completedAt });
  }

  async #tell(told: readonly { account: string; purchase: Purchase }[]): Promise<void> {
    const core = coreSystem(this.#options.whole);
    const body = { purchases: told.map(({ purchase }) => purchase) };
    const { verdicts } = await this.#twice(
      () => core.call(transactionsRoutes.recordPurchases, { body }),
      (answer) => answer.verdicts.map(({ sourceId, code }) => `${sourceId} ${code ?? 'kept'}`).join(', '),
    );
    const refused = verdicts.find(({ verdict }) => verdict === 'refused');
    if (refused !== undefined) throw new Error(`${refused.sourceId} was refused: ${refused.code}`);
    for (const each of told) this.purchases.set(each.purchase.sourceId, each);
  }
}

function shuffled<T>(items: T[], random: () => number): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}
