import { In, type EntityManager } from 'typeorm';
import type { Transaction } from '../database/index.ts';
import { AppError } from '../http/index.ts';
import { FirstAnswer } from './first-answer.entity.ts';

export interface OnceKey {
  readonly principalId: string;
  /** The client's Idempotency-Key. */
  readonly key: string;
  /** SHA-256 of what was asked for, in hexadecimal. */
  readonly requestSha256: string;
  readonly now: number;
}

/**
 * Does `work` at most once per caller and key; a repeat gets the first answer, which commits with the effect.
 * @throws {AppError} `http.idempotency_key_reused` (422) when the key came before with another request.
 */
export async function once<Answer extends object>(
  tx: Transaction,
  { principalId, key, requestSha256, now }: OnceKey,
  schema: { parse(stored: unknown): Answer },
  work: () => Promise<Answer>,
): Promise<Answer> {
  // The placeholder is inserted first: a concurrent request with the same key waits for it at the primary key. It
  // waits for the row as a writer of it: were it to wait as a reader (INSERT IGNORE), all that wait would meet as
  // readers when the first one is rolled back, and none could insert for the others.
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(FirstAnswer)
    .values({ principalId, requestKey: key, requestSha256, answer: PENDING, answeredAt: now })
    .orUpdate(['request_key'], ['principal_id', 'request_key'])
    .updateEntity(false)
    .execute();
  const row = await tx.manager
    .createQueryBuilder(FirstAnswer, 'a')
    .where({ principalId, requestKey: key })
    .getOneOrFail();
  if (row.requestSha256 !== requestSha256) throw new AppError('http.idempotency_key_reused', 422);
  if (JSON.stringify(row.answer) !== JSON.stringify(PENDING)) return schema.parse(row.answer);
  const answer = await work();
  await tx.manager
    .createQueryBuilder()
    .update(FirstAnswer)
    .set({ answer: () => ':answer', answeredAt: now })
    .setParameter('answer', JSON.stringify(answer))
    .where({ principalId, requestKey: key })
    .execute();
  return answer;
}

/** Forgets every first answer to these callers, whose personal data they hold. */
export async function forgetAnswers(manager: EntityManager, principalIds: readonly string[]): Promise<void> {
  await manager.delete(FirstAnswer, { principalId: In([...principalIds]) });
}

const PENDING = { isPending: true } as const;
