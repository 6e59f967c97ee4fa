import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { among } from '../../platform/database/index.ts';

/** That somebody joined by the card of another one. */
export interface Invitation {
  readonly memberNo: number;
  readonly inviterNo: number;
}

/** Epoch ms; the first one exclusive. */
export interface JoiningSpan {
  readonly after: number;
  readonly until: number;
}

/** Who came by whose card. */
@Injectable()
export class Invitations {
  /** How these registrations joined, where it was by a card and within a span. */
  into(
    manager: EntityManager,
    memberNos: readonly number[],
    span: JoiningSpan,
  ): Promise<readonly Invitation[]> {
    return this.#where(manager, 'member_no', memberNos, span);
  }

  /** Who joined by the cards of these registrations within a span. */
  by(
    manager: EntityManager,
    inviterNos: readonly number[],
    span: JoiningSpan,
  ): Promise<readonly Invitation[]> {
    return this.#where(manager, 'inviter_no', inviterNos, span);
  }

  async #where(
    manager: EntityManager,
    column: 'member_no' | 'inviter_no',
    numbers: readonly number[],
    { after, until }: JoiningSpan,
  ): Promise<readonly Invitation[]> {
    if (numbers.length === 0) return [];
    const { sql, values } = among(column, numbers);
    return manager.query(
      `SELECT member_no AS memberNo, inviter_no AS inviterNo FROM first_touches
       WHERE ${sql} AND inviter_no IS NOT NULL AND joined_at > ? AND joined_at <= ? ORDER BY joined_at, member_no`,
      [...values, after, until],
    );
  }
}
