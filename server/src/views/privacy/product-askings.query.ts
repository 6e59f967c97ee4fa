import { MoreInformation } from '@siyu/shared/contracts/product-shelf';
import { memberMessages } from '@siyu/shared/messages';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, type Numbers, readLatest } from './rows.ts';

const AskingRow = z.object({ product: z.string(), namedAt: int, total: int });

/** Products that the member named, the latest first. */
export function readAskings(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof AskingRow>>> {
  return readLatest(
    manager,
    AskingRow,
    `SELECT p.name AS product, a.asked_at AS namedAt, COUNT(*) OVER () AS total
       FROM product_askings a JOIN products p ON p.product_id = a.product_id
      WHERE a.member_no IN (${marks(numbers)})
      ORDER BY a.asked_at DESC, a.asking_id DESC LIMIT ${limit}`,
    numbers,
  );
}

const NoticeRow = z.object({
  product: z.string(),
  noticeText: z.string(),
  answers: z.string().nullable(),
  confirmedAt: int,
  total: int,
});

/** A notice with the words that were read, and what was answered beside it. */
export type CopiedConfirmation = Omit<z.infer<typeof NoticeRow>, 'answers'> & {
  readonly answers: readonly string[];
};

/** Notices that the member read and confirmed, the latest first. */
export async function readConfirmations(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<CopiedConfirmation>> {
  const { total, entries } = await readLatest(
    manager,
    NoticeRow,
    `SELECT p.name AS product, n.text AS noticeText, n.answers, n.given_at AS confirmedAt, COUNT(*) OVER () AS total
       FROM product_notices n JOIN products p ON p.product_id = n.product_id
      WHERE n.member_no IN (${marks(numbers)})
      ORDER BY n.given_at DESC, n.notice_id DESC LIMIT ${limit}`,
    numbers,
  );
  return { total, entries: entries.map((row) => ({ ...row, answers: wordsOf(row.answers) })) };
}

function wordsOf(json: string | null): readonly string[] {
  if (json === null) return [];
  const { shareOfAssets, bearableLoss, neededIn } = MoreInformation.parse(JSON.parse(json));
  return [
    `${memberMessages['product.answer.shareOfAssets']}：${memberMessages[`product.shareOfAssets.${shareOfAssets}`]}`,
    `${memberMessages['product.answer.bearableLoss']}：${memberMessages[`product.bearableLoss.${bearableLoss}`]}`,
    `${memberMessages['product.answer.neededIn']}：${memberMessages[`product.neededIn.${neededIn}`]}`,
  ];
}
