import { Injectable } from '@nestjs/common';
import type { Finding } from '@siyu/shared/contracts/archive';
import { FINDING_CONTEXT } from '@siyu/shared/contracts/archive.limits';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { ExternalIds, maskedMember } from '../identity/index.ts';
import { ArchiveEntries } from './archive-entries.ts';
import type { ArchiveFinding } from './archive-finding.entity.ts';
import { ArchiveMessage } from './archive-message.entity.ts';

/** What stands around a finding: the message it is in, and what was said before and after in the same chat. */
@Injectable()
export class FindingContext {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly entries: ArchiveEntries,
    private readonly externalIds: ExternalIds,
  ) {}

  async of({ messageId }: ArchiveFinding): Promise<Pick<Finding, 'text' | 'memberName' | 'context'>> {
    const message = await this.database.read.findOneByOrFail(ArchiveMessage, { messageId });
    const before = await this.#beside(message, 'before');
    const after = await this.#beside(message, 'after');
    const context = await this.entries.show([...before.reverse(), message, ...after], true);
    return {
      text: context.find((entry) => entry.messageId === messageId)?.text ?? null,
      memberName: await this.#memberName(message),
      context,
    };
  }

  #beside({ chatKey, sentAt, messageId }: ArchiveMessage, side: 'before' | 'after') {
    const [sign, direction] = side === 'before' ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
    return this.database.read
      .createQueryBuilder(ArchiveMessage, 'one')
      .where('one.chatKey = :chatKey AND one.recalledMsgid IS NULL', { chatKey })
      .andWhere(
        `(one.sentAt ${sign} :sentAt OR (one.sentAt = :sentAt AND one.messageId ${sign} :messageId))`,
        {
          sentAt,
          messageId,
        },
      )
      .orderBy('one.sentAt', direction)
      .addOrderBy('one.messageId', direction)
      .limit(FINDING_CONTEXT)
      .getMany();
  }

  async #memberName({ contactId }: ArchiveMessage): Promise<string | null> {
    const issuer = this.config.wecom?.corpId ?? null;
    if (contactId === null || issuer === null) return null;
    const identity = { kind: 'wecom_external_contact', issuer, externalId: contactId } as const;
    const member = await this.externalIds.findMember(identity);
    return member === null ? null : maskedMember(member).displayName;
  }
}
