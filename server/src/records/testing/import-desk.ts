import { setTimeout as pause } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import { ImportRow } from '@siyu/shared/contracts/imports';
import type { ImportKindCode } from '@siyu/shared/contracts/imports.limits';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { ImportsDeskModule } from '../../foundation/imports/index.ts';
import type { Engine } from '../../platform/database/index.ts';
import { openStaff } from '../../testing/callers.ts';
import type { TestPlace } from '../../testing/index.ts';
import { CORE_TOKEN, openRecords, type RecordsWorld } from './index.ts';

export const TRANSACTION_HEADER =
  'source_id,kind,core_customer_id,occurred_at,ref_source_id,product_code,target_product_code,plan_id,amount,benefit_source,currency';

let started = 0;

/** The records modules with an operator who hands files in. */
export interface ImportWorld extends RecordsWorld {
  /** Answer of the upload, whatever it is. */
  upload(kind: string, text: string | Uint8Array, name?: string): Promise<Response>;
  /** Uploads and waits for the end. */
  take(kind: ImportKindCode, text: string | Uint8Array): Promise<ImportRow>;
  ended(importId: string): Promise<ImportRow>;
  /** Lines of the rejects file without its header; fields that a comma would split are not cut. */
  rejects(importId: string): Promise<readonly string[]>;
  asStaff(method: string, path: string): Promise<Response>;
  /** A member whose account is linked to a core customer. */
  linkMember(account: string, coreCustomerId: string): Promise<number>;
}

export async function openImports(
  engine: Engine,
  place?: TestPlace,
  more: readonly Type[] = [],
): Promise<ImportWorld> {
  const world = await openRecords(engine, {
    also: [ConfigurationModule, ImportsDeskModule, ...more],
    ...(place === undefined ? {} : { place }),
  });
  // The name of a member of staff is made of the moment of the hiring.
  world.clock.advance((started += 1));
  const cookie = await openStaff(world, 'operator');
  const asStaff: ImportWorld['asStaff'] = (method, path) =>
    fetch(world.url + path, { method, headers: { cookie, origin: world.url } });
  const upload: ImportWorld['upload'] = (kind, text, name = 'core.csv') => {
    const body = new FormData();
    body.append('file', new Blob([typeof text === 'string' ? text : new Uint8Array(text)]), name);
    return fetch(`${world.url}/v1/console/imports/${kind}/files`, {
      method: 'POST',
      headers: { cookie, origin: world.url },
      body,
    });
  };
  const ended: ImportWorld['ended'] = async (importId) => {
    const deadline = performance.now() + 60_000;
    for (;;) {
      const row = ImportRow.parse(await (await asStaff('GET', `/v1/console/imports/${importId}`)).json());
      if (row.state !== 'QUEUED' && row.state !== 'RUNNING') return row;
      if (performance.now() > deadline) throw new Error(`the import is still ${row.state}`);
      await pause(20);
    }
  };
  return {
    ...world,
    asStaff,
    upload,
    ended,
    take: async (kind, text) => {
      const answer = await upload(kind, text);
      const body: unknown = await answer.json();
      if (answer.status !== 201) throw new Error(JSON.stringify(body));
      return ended(ImportRow.parse(body).importId);
    },
    rejects: async (importId) => {
      const answer = await asStaff('GET', `/v1/console/imports/${importId}/rejects`);
      return (await answer.text()).trimEnd().split('\n').slice(1);
    },
    linkMember: async (account, coreCustomerId) => {
      const { member } = await world.signIn(account, ['SERVICE', 'SENSITIVE', 'PROFILING']);
      await world.call('POST', '/v1/core/customer-links', {
        token: CORE_TOKEN,
        body: { memberId: member.memberId, coreCustomerId, verifiedBy: 'counter' },
      });
      return world.memberNoOf(member.memberId);
    },
  };
}
