import type { DatabaseView, Rows } from './database.ts';

/** What the server's own tables say of one phone account. */
export interface RecordOf {
  /** Rows of the event log, of one type or of all. */
  events(type?: string): Promise<Rows>;
  /** Sum of the daily counts of one type. */
  counted(type: string): Promise<number>;
}

export function recordOf(database: DatabaseView, account: string): RecordOf {
  const openid = `osbx-${account}`;
  return {
    events: (type) =>
      database.query(
        `SELECT e.event_id, e.type, e.content_id, e.value, e.occurred_at, e.is_clock_suspect FROM engagement_events e
           JOIN member_identities i ON i.member_no = e.member_no
          WHERE i.external_id = ?${type === undefined ? '' : ' AND e.type = ?'}`,
        type === undefined ? [openid] : [openid, type],
      ),
    counted: async (type) => {
      const rows = await database.query(
        `SELECT COALESCE(SUM(d.count), 0) AS total FROM engagement_days d
           JOIN member_identities i ON i.member_no = d.member_no
          WHERE i.external_id = ? AND d.type = ?`,
        [openid, type],
      );
      return Number(rows[0]?.['total']);
    },
  };
}
