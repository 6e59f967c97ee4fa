import type { Conclusion } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { flag, readRows } from './rows.ts';

const Row = z.object({
  isProfiled: flag,
  STAGE: flag,
  SERVICE_CLASS: flag,
  ASSET_CLASS: flag,
  ACTIVITY: flag,
  CONTACT: flag,
});

interface Drawn {
  readonly isProfiled: boolean;
  readonly drawn: ReadonlySet<Conclusion>;
}

/** Which conclusions are drawn of a member at present; of somebody nobody has scored yet none is. */
export async function readDrawn(manager: EntityManager, memberNo: number): Promise<Drawn> {
  const known = (column: string, name: Conclusion) =>
    `CASE WHEN f.${column} IS NULL THEN 0 ELSE 1 END AS ${name}`;
  const [row] = await readRows(
    manager,
    Row,
    `SELECT f.is_profiled AS isProfiled, ${known('stage', 'STAGE')}, ${known('group_code', 'SERVICE_CLASS')},
       ${known('tier', 'ASSET_CLASS')}, ${known('rfe_recency_band', 'ACTIVITY')}, ${known('tie_band', 'CONTACT')}
     FROM member_facts f WHERE f.member_no = ?`,
    [memberNo],
  );
  if (row === undefined) return { isProfiled: false, drawn: new Set() };
  const { isProfiled, ...drawn } = row;
  const codes = ['STAGE', 'SERVICE_CLASS', 'ASSET_CLASS', 'ACTIVITY', 'CONTACT'] as const;
  return { isProfiled, drawn: new Set(codes.filter((code) => drawn[code])) };
}
