import { Injectable } from '@nestjs/common';
import type { Question } from '../../platform/database/index.ts';

/** A text that somebody of the firm sent to a member. */
export interface SentCard {
  readonly contentId: string;
  readonly senderId: string;
  /** What it names: the card stands only while all of these suit the member. */
  readonly productIds: readonly string[];
}
/** Under whose name and number a card stands (REQ-ADV-1). */
export interface CardSender {
  readonly name: string;
  readonly registrationNo: string;
}
interface SentCardSource {
  /** What a member was sent lately. */
  sentTo(memberNo: number): Question<readonly SentCard[]>;
  /**
   * Those who may still stand there, by the text: absent is whose registration is over, and what names a product that does
   * not suit the member any more.
   */
  sendersOf(memberNo: number, cards: readonly SentCard[]): Promise<ReadonlyMap<string, CardSender>>;
}

const NOTHING: Question<readonly SentCard[]> = { selects: [], read: () => [] };

/** Cards that were sent to a member and stand first in the feed; whoever sends them says which there are. */
@Injectable()
export class SentCards {
  #source: SentCardSource | null = null;

  /** Call it in `onModuleInit`. */
  provideBy(source: SentCardSource): void {
    this.#source = source;
  }

  sentTo(memberNo: number): Question<readonly SentCard[]> {
    return this.#source?.sentTo(memberNo) ?? NOTHING;
  }

  /** Without a statement where nothing was sent. */
  async sendersOf(memberNo: number, cards: readonly SentCard[]): Promise<ReadonlyMap<string, CardSender>> {
    return cards.length === 0 || this.#source === null ? new Map() : this.#source.sendersOf(memberNo, cards);
  }
}
