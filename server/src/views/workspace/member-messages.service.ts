import { Injectable } from '@nestjs/common';
import type { MemberMessagePage, PanoramaPageQuery } from '@siyu/shared/contracts/panorama';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { ArchiveCoverage, ArchiveTimeline } from '../../records/archive/index.ts';
import { ExternalIds, Identity } from '../../records/identity/index.ts';
import { mayRead } from './may-read.ts';
import { MemberSubjects, type MemberSubject } from './member-subject.ts';
import { iso } from './panorama-parts.ts';

const PAGE = 20;
const MessageCursor = z.tuple([z.number().int(), z.string().max(36)]);
/** Others see that something was said, and not what. */
const TEXT_READERS: readonly Role[] = ['adviser', 'relationshipManager', 'branchHead', 'compliance'];

/** What was said between staff and one member in WeCom, as far as it is kept; each page that is read is noted. */
@Injectable()
export class MemberMessages {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly staff: StaffDirectory,
    private readonly coverage: ArchiveCoverage,
    private readonly timeline: ArchiveTimeline,
    private readonly subjects: MemberSubjects,
  ) {}

  async list(caller: Principal, memberId: string, query: PanoramaPageQuery): Promise<MemberMessagePage> {
    const subject = await this.subjects.find(caller, memberId);
    const after = decodeCursor(query.cursor, MessageCursor);
    const issuer = this.config.wecom?.corpId ?? '';
    const kind = { kind: 'wecom_external_contact', issuer } as const;
    const contactIds = await this.externalIds.listAll(this.database.read, subject.numbers, kind);
    const head = {
      isArchiveOn: this.coverage.isOn,
      adviser: await this.#adviserOf(subject, contactIds),
      readAt: iso(this.clock.now()),
    };
    const nothing = { rows: [], nextCursor: null, ...head };
    if (contactIds.length === 0) return { withheld: 'NOT_LINKED', ...nothing };
    const purposes = await this.identity.permittedPurposesOf([subject.memberNo], ['SERVICE']);
    if (!mayRead(caller, purposes.get(subject.memberNo), 'SERVICE'))
      return { withheld: 'NOT_PERMITTED', ...nothing };
    const isTextRead = caller.roles.some((role) => TEXT_READERS.includes(role));
    const { entries, next } = await this.timeline.list(contactIds, {
      limit: Number(query.limit ?? PAGE),
      after: after === null ? null : { sentAt: after[0], messageId: after[1] },
      isTextRead,
    });
    await this.subjects.note(caller, subject, 'workspace.list_member_messages', {
      rows: entries.length,
      isTextRead,
    });
    return {
      withheld: null,
      ...head,
      rows: [...entries],
      nextCursor: next === null ? null : encodeCursor([next.sentAt, next.messageId]),
    };
  }

  async #adviserOf(
    { memberNo }: MemberSubject,
    contactIds: readonly string[],
  ): Promise<MemberMessagePage['adviser']> {
    const staffId = (await this.identity.advisersOf([memberNo])).get(memberNo);
    const adviser =
      staffId === undefined ? undefined : (await this.staff.listStaffByIds([staffId])).get(staffId);
    if (adviser === undefined) return null;
    const { name, wecomUserId } = adviser;
    if (wecomUserId === null) return { name, isKept: false, hasAgreed: null };
    const kept = await this.coverage.archivedAmong([wecomUserId]);
    const hasAgreed = await this.timeline.consentOf(contactIds, wecomUserId, this.clock.now());
    return { name, isKept: kept.has(wecomUserId), hasAgreed };
  }
}
