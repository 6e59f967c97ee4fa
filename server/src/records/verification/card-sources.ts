import { Injectable } from '@nestjs/common';
import type { CardKind } from '@siyu/shared/contracts/verification.limits';
import type { PublicCard } from '@siyu/shared/contracts/verification';
import type { CheckedText } from './checked-text.ts';

/** Whoever has cards that can be checked hands them over through this port. */
export interface CardSource {
  readonly kind: CardKind;
  /** What the card of a key is, as everybody may know it; null when there is none, or it is ours no more. */
  describe(key: string): Promise<PublicCard | null>;
  /** Keys that a text names exactly; never by a part of it. */
  match(text: CheckedText): Promise<readonly string[]>;
}

/** The sources of cards, one for each kind; modules above hand in theirs. */
@Injectable()
export class CardSources {
  private readonly byKind = new Map<CardKind, CardSource>();

  add(source: CardSource): void {
    this.byKind.set(source.kind, source);
  }

  all(): readonly CardSource[] {
    return [...this.byKind.values()];
  }

  find(kind: CardKind): CardSource | null {
    return this.byKind.get(kind) ?? null;
  }
}
