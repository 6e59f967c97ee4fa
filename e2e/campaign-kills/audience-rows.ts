import { randomUUID } from 'node:crypto';

type Value = string | number | null;
/** Rows of one table, in the order of its columns. */
interface PlantedRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

interface PlantedAudience {
  readonly from: number;
  readonly count: number;
  readonly adviserId: string;
  /** Versions of the consent texts in force, by purpose. */
  readonly texts: Readonly<Record<string, string>>;
  /** Whose customers they are in WeCom, and what it calls each. */
  readonly contacts: { readonly issuer: string; readonly idOf: (memberNo: number) => string };
}

const DAY = 86_400_000;

/** Members of one adviser's book whom nothing keeps from being sent to: what registering and agreeing would have left. */
export function audienceRows(
  { from, count, adviserId, texts, contacts }: PlantedAudience,
  now = Date.now(),
): readonly PlantedRows[] {
  const since = now - 30 * DAY;
  const everybody = Array.from({ length: count }, (_, at) => from + at);
  const each = (
    table: string,
    columns: readonly string[],
    rowOf: (memberNo: number) => readonly Value[],
  ): PlantedRows => ({ table, columns, rows: everybody.map(rowOf) });
  return [
    each('members', ['member_no', 'member_id', 'registered_at'], (no) => [no, randomUUID(), since]),
    each('member_clocks', ['member_no', 'seq'], (no) => [no, 1]),
    each('member_due', ['member_no', 'wanted_seq', 'done_seq', 'is_pending'], (no) => [no, 1, 1, 0]),
    ...Object.entries(texts).map(([purpose, version]) =>
      each('current_consents', ['member_no', 'purpose', 'text_version', 'is_granted', 'decided_at'], (no) => [
        no,
        purpose,
        version,
        1,
        since,
      ]),
    ),
    each('member_advisers', ['member_no', 'bound_at', 'staff_id', 'seq'], (no) => [no, since, adviserId, 1]),
    each('member_identities', ['kind', 'issuer', 'external_id', 'member_no', 'linked_at'], (no) => [
      'wecom_external_contact',
      contacts.issuer,
      contacts.idOf(no),
      no,
      since,
    ]),
  ];
}
