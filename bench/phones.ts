import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { currentConsentText } from '../server/src/records/identity/consent-texts.ts';
import { insertAll } from './insert-all.ts';
import type { Store, Value } from './store.ts';

/** A member whose phone is signed in. */
export interface Phone {
  readonly memberNo: number;
  readonly token: string;
}

const DAY = 86_400_000;

/** Registers members in an empty database, straight into its tables: the service is agreed to, nothing was done yet. */
export async function enrolPhones(store: Store, count: number): Promise<readonly Phone[]> {
  const memberNos = Array.from({ length: count }, (_, at) => at + 1);
  const since = Date.now() - 30 * DAY;
  const into = (table: string, columns: readonly string[], rowOf: (memberNo: number) => readonly Value[]) =>
    insertAll(store, table, columns, memberNos.map(rowOf));
  await into('members', ['member_no', 'member_id', 'registered_at'], (no) => [no, randomUUID(), since]);
  await store.query("INSERT INTO member_numbers (name, last_no) VALUES ('member', ?)", [count]);
  await into('member_clocks', ['member_no', 'seq'], (no) => [no, 0]);
  const due = ['member_no', 'wanted_seq', 'done_seq', 'is_pending'];
  await into('member_due', due, (no) => [no, 0, 0, 0]);
  const consent = ['member_no', 'purpose', 'text_version', 'is_granted', 'decided_at'];
  for (const purpose of ['SERVICE', 'PROFILING'] as const) {
    const { version } = currentConsentText(purpose);
    await into('current_consents', consent, (no) => [no, purpose, version, 1, since]);
  }
  return signIn(store, memberNos);
}

/** Opens a session for each member, as if they had signed in just now. */
export async function signIn(store: Store, memberNos: readonly number[]): Promise<readonly Phone[]> {
  const phones = memberNos.map((memberNo) => ({ memberNo, token: randomBytes(32).toString('base64url') }));
  const now = Date.now();
  await insertAll(
    store,
    'sessions',
    ['token_sha256', 'session_id', 'audience', 'member_no', 'opened_at', 'expires_at'],
    phones.map(({ memberNo, token }) => {
      const sha256 = createHash('sha256').update(token).digest('hex');
      return [sha256, randomUUID(), 'member', memberNo, now, now + DAY];
    }),
  );
  return phones;
}
