import type { Whole } from '../harness/index.ts';

/** Of one campaign: everything but `sent`, `dropped` and `unknown` is a fault when it is not 0. */
export interface Tally {
  readonly included: number;
  readonly sent: number;
  readonly dropped: number;
  /** Of those WeCom may or may not have been asked for. */
  readonly unknown: number;
  /** Included, and nothing says what became of them. */
  readonly lost: number;
  /** Not included, and decided on all the same. */
  readonly added: number;
  /** Dropped, and no fact is named. */
  readonly unnamed: number;
  /** The budget was not spent once for each who was sent to, or was for somebody else. */
  readonly misspent: number;
  /** In more than one task of WeCom's. */
  readonly twice: number;
  /** Said to be sent and in no task, or in one and said not to be. */
  readonly untrue: number;
}

const ASKED = ['SENT', 'UNKNOWN'];

/** What the rows say of a campaign, and the box: its receivers, or null where no call is made. */
export async function tallyOf(
  whole: Whole,
  campaignId: string,
  receivers: ReadonlyMap<string, number> | null,
): Promise<Tally> {
  const view = await whole.openDatabase();
  const included = await view.query(
    `SELECT p.member_no AS n FROM previewed_members p JOIN campaigns c ON c.preview_id = p.preview_id
      WHERE c.campaign_id = ? AND p.is_included = 1`,
    [campaignId],
  );
  const deliveries = await view.query(
    'SELECT member_no AS n, state, reason FROM campaign_deliveries WHERE campaign_id = ?',
    [campaignId],
  );
  const contacts = await view.query(
    'SELECT member_no AS n, COUNT(*) AS times FROM marketing_contacts WHERE business_key = ? AND is_admitted = 1 GROUP BY member_no',
    [`campaign:${campaignId}`],
  );
  const named = await view.query(
    "SELECT member_no AS n, external_id AS id FROM member_identities WHERE kind = 'wecom_external_contact'",
  );
  await view.close();
  const ids = new Map(named.map((row) => [Number(row['n']), String(row['id'])]));
  const states = new Map(deliveries.map((row) => [Number(row['n']), String(row['state'])]));
  const spent = new Map(contacts.map((row) => [Number(row['n']), Number(row['times'])]));
  const wanted = new Set(included.map((row) => Number(row['n'])));
  const everybody = [...new Set([...wanted, ...states.keys(), ...spent.keys()])];
  const isIn = (memberNo: number, ...some: readonly string[]) => some.includes(states.get(memberNo) ?? '');
  const timesOf = (memberNo: number) => receivers?.get(ids.get(memberNo) ?? '') ?? 0;
  const count = (is: (memberNo: number) => boolean) => everybody.filter(is).length;
  return {
    included: wanted.size,
    sent: count((no) => isIn(no, 'SENT')),
    dropped: count((no) => isIn(no, 'DROPPED')),
    unknown: count((no) => isIn(no, 'UNKNOWN')),
    lost: count((no) => wanted.has(no) && !isIn(no, ...ASKED, 'DROPPED')),
    added: count((no) => !wanted.has(no)),
    unnamed: deliveries.filter((row) => row['state'] === 'DROPPED' && row['reason'] === null).length,
    misspent: count((no) => (spent.get(no) ?? 0) !== (isIn(no, ...ASKED) ? 1 : 0)),
    twice: count((no) => timesOf(no) > 1),
    untrue:
      receivers === null
        ? 0
        : count((no) => (isIn(no, 'SENT') && timesOf(no) === 0) || (!isIn(no, ...ASKED) && timesOf(no) > 0)),
  };
}
