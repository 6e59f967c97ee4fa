import type { ImportRow } from '@siyu/shared/contracts/imports';
import type { ImportKindCode } from '@siyu/shared/contracts/imports.limits';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import type { StaffClient } from './client.ts';
import { until } from './until.ts';
import type { Whole } from './whole.ts';

/** Hands a file in as the console does, and waits for its end. */
export async function handIn(
  whole: Whole,
  staff: StaffClient,
  kind: ImportKindCode,
  file: { readonly name: string; readonly text: string },
): Promise<ImportRow> {
  const body = new FormData();
  body.append('file', new Blob([file.text]), file.name);
  const answer = await fetch(whole.url + routeUrl(importsRoutes.uploadFile, { params: { kind } }), {
    method: 'POST',
    headers: { cookie: `${staff.cookie.name}=${staff.cookie.value}`, origin: whole.url },
    body,
  });
  if (answer.status !== 201) throw new Error(`${file.name} is answered ${answer.status}`);
  const { importId } = (await answer.json()) as ImportRow;
  return until(
    `the end of ${file.name}`,
    async () => {
      const row = await staff.call(importsRoutes.getImport, { params: { importId } });
      return row.finishedAt === null ? null : row;
    },
    60_000,
  );
}
