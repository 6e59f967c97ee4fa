/** A message between an employee and a customer, as the archive gives it. */
export interface ArchivedMessage {
  readonly seq: number;
  readonly msgid: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Null between two people. */
  readonly chatId: string | null;
  readonly sentAt: number;
  readonly kind: string;
  /** Null for what has no words. */
  readonly text: string | null;
}

/**
 * The conversation archive, which a firm buys per seat. Of WeCom's own there are two, each with a program of theirs to
 * run beside the server; whoever has one provides this.
 */
export abstract class ConversationArchive {
  /** Whether there is one: without it conversations are shown as not kept. */
  abstract readonly isOn: boolean;
  /**
   * Messages after a place, in order; the archive goes back five days.
   * @throws {WechatError}
   */
  abstract pull(afterSeq: number, limit: number): Promise<readonly ArchivedMessage[]>;
  /**
   * Whether the customer agreed that conversations are kept; null when nobody asked.
   * @throws {WechatError}
   */
  abstract hasConsent(userId: string, externalUserId: string): Promise<boolean | null>;
}

/** A firm without an archive. */
export class NoArchive extends ConversationArchive {
  readonly isOn = false;

  async pull(): Promise<readonly ArchivedMessage[]> {
    return [];
  }

  async hasConsent(): Promise<boolean | null> {
    return null;
  }
}
