import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const count = z.coerce
  .number()
  .int()
  .nullable()
  .transform((value) => value ?? 0);
const Contacts = z.object({ total: count, agreed: count, disagreed: count });

/**
 * Members whom WeCom knows as customers, by their last word to being recorded: a yes to anybody counts as yes, and only
 * who said no to everybody who asked as no. Who is in neither was never asked, or has not answered.
 */
export async function countRecordedContacts(
  manager: EntityManager,
  issuer: string,
): Promise<z.infer<typeof Contacts>> {
  const rows: unknown = await manager.query(
    `SELECT COUNT(*) AS total, SUM(CASE WHEN said.yes = 1 THEN 1 ELSE 0 END) AS agreed,
       SUM(CASE WHEN said.yes = 0 THEN 1 ELSE 0 END) AS disagreed
     FROM member_identities i
     LEFT JOIN (
       SELECT word.contact_id AS contact_id, MAX(word.is_agreed) AS yes FROM archive_consents word
       WHERE NOT EXISTS (SELECT 1 FROM archive_consents later
         WHERE later.contact_id = word.contact_id AND later.with_id = word.with_id
           AND (later.changed_at > word.changed_at OR (later.changed_at = word.changed_at AND later.is_agreed < word.is_agreed)))
       GROUP BY word.contact_id
     ) said ON said.contact_id = i.external_id
     WHERE i.kind = 'wecom_external_contact' AND i.issuer = ?`,
    [issuer],
  );
  const [contacts] = z.array(Contacts).parse(rows);
  return contacts ?? { total: 0, agreed: 0, disagreed: 0 };
}
