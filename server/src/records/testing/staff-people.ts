import type { Role } from '@siyu/shared/contracts/identity.limits';
import { Organisation } from '../../foundation/organisation/index.ts';
import type { RecordsWorld, Reply } from './index.ts';

export const STAFF_PASSWORD = 'correct horse battery';

/** Somebody at a desk. */
export interface Person {
  readonly staffId: string;
  readonly cookie: string;
  call(method: string, path: string, body?: unknown): Promise<Reply>;
}

export const cookieOf = ({ headers }: Reply): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

export const signInStaff = (
  world: RecordsWorld,
  loginName: string,
  more: { password?: string; code?: string } = {},
): Promise<Reply> =>
  world.call('POST', '/v1/console/sessions', { body: { loginName, password: STAFF_PASSWORD, ...more } });

/** Makes an account and signs it in. */
export async function hirePerson(
  world: RecordsWorld,
  loginName: string,
  roles: readonly Role[],
): Promise<Person> {
  const organisation = world.app.get(Organisation, { strict: false });
  const staff = { loginName, name: '李岚', password: STAFF_PASSWORD, roles } as const;
  const staffId = await world.database.runInTransaction((tx) =>
    organisation.createStaff(tx, { ...staff, scopeKind: 'firm', branchId: null }),
  );
  const cookie = cookieOf(await signInStaff(world, loginName));
  return { staffId, ...asCookie(world, cookie) };
}

export const asCookie = (world: RecordsWorld, cookie: string): Omit<Person, 'staffId'> => ({
  cookie,
  call: (method, path, body) => world.call(method, path, { cookie, ...(body === undefined ? {} : { body }) }),
});
