import type { TestApp } from '../test-app.ts';
import type { Rating, Standing } from './expectations.ts';

export interface Caller {
  readonly memberNo: number;
  readonly standing: Standing;
  readonly call: Call;
}
/** A product, or something that the firm says. */
export interface Thing {
  readonly id: string;
  /** Stands in nothing else: whoever was told it was told of this thing. */
  readonly name: string;
  readonly kind: 'product' | 'lesson' | 'article' | 'live';
  /** Of a product. */
  readonly rating: Rating;
  /** Of what the firm says. */
  readonly isAdvice: boolean;
}
export interface Answer {
  readonly status: number;
  readonly text: string;
}
export type Call = (method: string, path: string, body?: object) => Promise<Answer>;

/** A firm with members, products and texts of random standing. */
export interface DoorWorld extends TestApp {
  readonly members: readonly Caller[];
  readonly things: readonly Thing[];
  /** Nobody who is known. */
  readonly anybody: Call;
  readonly operator: Call;
  /** All members are in the book of this adviser. */
  readonly adviserId: string;
  /** All members sit in them, and in each some of the lessons were shared. */
  readonly groupIds: readonly string[];
  /** Nothing was shared there. */
  readonly emptyGroupId: string;
}

export interface DoorSizes {
  readonly members: number;
  readonly products: number;
  readonly lessons: number;
  readonly articles: number;
  readonly lives: number;
}
