import { Injectable } from '@nestjs/common';
import type { ArchivedEntry } from '@siyu/shared/contracts/archive';
import { In } from 'typeorm';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { ArchiveMessage } from './archive-message.entity.ts';
import { ArchiveTexts } from './archive-texts.ts';

/** Messages as staff see them: names, whether they were taken back, and the words where they may be read. */
@Injectable()
export class ArchiveEntries {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly texts: ArchiveTexts,
  ) {}

  async show(messages: readonly ArchiveMessage[], isTextRead: boolean): Promise<ArchivedEntry[]> {
    const recalled = await this.#recalledAmong(messages);
    const staff = await this.staff.listByWecomUserIds(
      messages.flatMap(({ wecomUserId }) => wecomUserId ?? []),
    );
    const texts = isTextRead ? await this.texts.read(messages) : new Map<string, string>();
    return messages.map((message) => {
      const { messageId, fromKind, wecomUserId, sealedText } = message;
      const text = texts.get(messageId) ?? null;
      const withText = isTextRead ? 'ERASED' : 'HIDDEN';
      return {
        messageId,
        sentAt: new Date(message.sentAt).toISOString(),
        speaker: fromKind,
        staffName: fromKind === 'STAFF' ? (staff.get(wecomUserId ?? '')?.name ?? null) : null,
        kind: message.kind,
        isInGroup: message.chatId !== null,
        isRecalled: recalled.has(message.msgid),
        textState: sealedText === null ? 'NONE' : text === null ? withText : 'SHOWN',
        text,
        fileBytes: message.fileBytes,
      };
    });
  }

  async #recalledAmong(messages: readonly ArchiveMessage[]): Promise<ReadonlySet<string>> {
    if (messages.length === 0) return new Set();
    const rows = await this.database.read.find(ArchiveMessage, {
      where: { recalledMsgid: In(messages.map(({ msgid }) => msgid)) },
      select: { recalledMsgid: true },
    });
    return new Set(rows.flatMap(({ recalledMsgid }) => recalledMsgid ?? []));
  }
}
