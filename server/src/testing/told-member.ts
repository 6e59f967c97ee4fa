import { Clock } from '../platform/clock/index.ts';
import { MarketingAdmission } from '../records/notifications/index.ts';
import type { TestApp } from './test-app.ts';

/** A member who allowed messages, asked to be told, was told, and was contacted once: a row in every table of it. */
export async function tellMember(
  { app, url, database }: TestApp,
  headers: Readonly<Record<string, string>>,
  memberNo: number,
): Promise<void> {
  const id = `01930000-0000-7000-8000-0000000e${String(memberNo).padStart(4, '0')}`;
  const send = (method: string, path: string, body: object) =>
    fetch(url + path, { method, headers, body: JSON.stringify(body) });
  await send('POST', '/v1/notices/answers', {
    answerId: id,
    answers: [{ templateId: 'sbx-account-linked', answer: 'accept' }],
  });
  await send('PUT', '/v1/notices/wishes/ACCOUNT_LINKED', { subject: 'account', isWished: true });
  const now = app.get(Clock).now();
  await database.runInTransaction(async (tx) => {
    const wanted = { memberNo, channel: 'spec', businessKey: `spec-${memberNo}` };
    await app.get(MarketingAdmission, { strict: false }).admitMarketing(tx, wanted, now);
    const row = {
      notice_id: id,
      member_no: memberNo,
      kind: 'ACCOUNT_LINKED',
      message_class: 'SAFETY',
      subject: 'account',
      item_id: '1:1',
      template_id: 'sbx-account-linked',
      title: '账户安全提醒',
      said: '["事项：证券账户已关联"]',
      state: 'SENT',
      planned_at: now,
      settled_at: now,
    };
    const columns = Object.keys(row);
    await tx.manager.query(
      `INSERT INTO notices (${columns.join(',')}) VALUES (${columns.map(() => '?').join(',')})`,
      Object.values(row),
    );
  });
}
