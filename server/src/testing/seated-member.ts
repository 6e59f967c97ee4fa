import type { TestApp } from './test-app.ts';

/** A member who sits in a group, is tied to it and has asked there: a row in every table of it. */
export async function seatMember({ clock, database }: TestApp, memberNo: number): Promise<void> {
  const id = (of: string) => `01930000-0000-7000-8000-00000${of}00${String(memberNo).padStart(4, '0')}`;
  const [groupId, now] = [id('a'), clock.now()];
  const rows: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>> = {
    group_seats: {
      seat_id: id('b'),
      group_id: groupId,
      kind: 'CUSTOMER',
      person_id: `wm-${memberNo}`,
      member_no: memberNo,
      joined_at: now,
      join_scene: 1,
    },
    group_ties: { member_no: memberNo, group_id: groupId, tied_at: now, is_seated: 1, seq: 1 },
    group_questions: {
      question_id: id('c'),
      group_id: groupId,
      member_no: memberNo,
      text: '定投可以随时停吗？',
      state: 'OPEN',
      asked_at: now,
    },
  };
  await database.runInTransaction(async ({ manager }) => {
    for (const [table, row] of Object.entries(rows)) {
      const columns = Object.keys(row);
      const marks = columns.map(() => '?').join(',');
      await manager.query(
        `INSERT INTO ${table} (${columns.join(',')}) VALUES (${marks})`,
        Object.values(row),
      );
    }
  });
}
