import type { EntityManager } from 'typeorm';
import { among, selectRows } from '../../platform/database/index.ts';
import { AccountClosing } from './account-closing.entity.ts';

/** Those of the numbers whose account was closed. */
export async function closedAmong(
  manager: EntityManager,
  memberNos: readonly number[],
): Promise<ReadonlySet<number>> {
  if (memberNos.length === 0) return new Set();
  const rows = await selectRows(manager, AccountClosing, among('member_no', memberNos));
  return new Set(rows.map(({ memberNo }) => memberNo));
}
