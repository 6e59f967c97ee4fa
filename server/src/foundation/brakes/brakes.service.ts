import { Injectable } from '@nestjs/common';
import type { BrakeChannel, HeldKind } from '@siyu/shared/contracts/brakes.limits';
import type { EntityManager } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { StaffDirectory } from '../organisation/index.ts';
import { Brake } from './brake.entity.ts';
import { holdingBrakes, type StandingBrake } from './holding-brake.ts';

/** A published text as its module tells of it. */
export interface KnownContent {
  readonly contentId: string;
  readonly title: string;
  /** Everybody who wrote a part. */
  readonly staffIds: readonly string[];
  /** All that members read of it; empty where nobody asked for it. */
  readonly words: string;
}
/** Knows a kind of content. Registered in `onModuleInit`. */
export interface ContentSource {
  /** Published ones, by a part of their title; at most so many. */
  find(
    text: string,
    limit: number,
  ): Promise<readonly { readonly contentId: string; readonly title: string }[]>;
  /** Those of them that are of this kind and published. */
  get(
    contentIds: readonly string[],
    manager: EntityManager,
    needsWords: boolean,
  ): Promise<readonly KnownContent[]>;
}
/** Something that is about to reach members. Who wrote a text, and what it says, is found by its id. */
export interface BrakeQuestion {
  readonly channel: BrakeChannel | null;
  readonly contentId?: string | undefined;
  readonly staffIds?: readonly string[] | undefined;
  readonly words?: string | undefined;
}
type OnChange = (
  tx: Transaction,
  change: { readonly brakeId: string; readonly isOn: boolean },
) => Promise<void>;
type CountHeld = (brakes: readonly StandingBrake[]) => Promise<ReadonlyMap<string, number>>;

/**
 * Whether something may reach members now. What stands is read from its few rows each time, so that a brake is in force
 * on every process with the commit that puts it on.
 */
@Injectable()
export class Brakes {
  readonly #contents: ContentSource[] = [];
  readonly #changes: OnChange[] = [];
  readonly #counts = new Map<HeldKind, CountHeld>();

  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  knowContents(source: ContentSource): void {
    this.#contents.push(source);
  }

  get contents(): readonly ContentSource[] {
    return this.#contents;
  }

  /** In the transaction that puts a brake on or lets it go. */
  onChange(handler: OnChange): void {
    this.#changes.push(handler);
  }

  async changed(
    tx: Transaction,
    change: { readonly brakeId: string; readonly isOn: boolean },
  ): Promise<void> {
    for (const handler of this.#changes) await handler(tx, change);
  }

  /** How much of a kind each brake holds back at this moment; a brake that holds none is absent. */
  countHeld(kind: HeldKind, count: CountHeld): void {
    if (this.#counts.has(kind)) throw new Error(`what is held of ${kind} is counted twice`);
    this.#counts.set(kind, count);
  }

  get counts(): ReadonlyMap<HeldKind, CountHeld> {
    return this.#counts;
  }

  standing(manager: EntityManager = this.database.read): Promise<readonly StandingBrake[]> {
    return manager.find(Brake, {
      select: { brakeId: true, kind: true, target: true, targetName: true, branchPath: true },
      where: { state: 'ON' },
      order: { putOnAt: 'ASC', brakeId: 'ASC' },
    });
  }

  /** The brake that holds it, null when it may go. One statement while nothing is stopped. */
  async findHold(
    question: BrakeQuestion,
    manager: EntityManager = this.database.read,
  ): Promise<StandingBrake | null> {
    const standing = await this.standing(manager);
    const [holding = []] = await this.holdsAmong(standing, [question], manager);
    return holding[0] ?? null;
  }

  /** All that hold each of many, of brakes that were read already, in the order of the questions. */
  async holdsAmong(
    standing: readonly StandingBrake[],
    questions: readonly BrakeQuestion[],
    manager: EntityManager = this.database.read,
  ): Promise<readonly (readonly StandingBrake[])[]> {
    if (standing.length === 0) return questions.map(() => []);
    const needsWords = standing.some(({ kind }) => kind === 'PRODUCT');
    const contentIds = [...new Set(questions.flatMap(({ contentId }) => contentId ?? []))];
    const contents = new Map<string, KnownContent>();
    for (const source of contentIds.length === 0 ? [] : this.#contents)
      for (const each of await source.get(contentIds, manager, needsWords))
        contents.set(each.contentId, each);
    const writers = [...contents.values()].flatMap(({ staffIds }) => staffIds);
    const people = await this.staff.listStaffByIds(
      [...writers, ...questions.flatMap(({ staffIds = [] }) => staffIds)],
      manager,
    );
    return questions.map(({ channel, contentId, staffIds = [], words = '' }) => {
      const content = contents.get(contentId ?? '');
      return holdingBrakes(standing, {
        channel,
        contentIds: contentId === undefined ? [] : [contentId],
        people: [...staffIds, ...(content?.staffIds ?? [])].flatMap((id) => people.get(id) ?? []),
        words: `${words}\n${content?.words ?? ''}`,
      });
    });
  }
}
