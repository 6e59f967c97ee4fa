import { Injectable } from '@nestjs/common';
import type {
  MemberEventPage,
  MemberFact,
  MemberFactPage,
  PanoramaPageQuery,
} from '@siyu/shared/contracts/panorama';
import { PANORAMA_ROWS_MAX, type Withheld } from '@siyu/shared/contracts/panorama.limits';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { listFactReferences, type FactReference } from './list-fact-references.query.ts';
import { listMemberEvents } from './list-member-events.query.ts';
import { countMemberFacts, listMemberFacts, type FactRecord } from './list-member-facts.query.ts';
import { mayRead } from './may-read.ts';
import { MemberSubjects, type MemberSubject } from './member-subject.ts';
import { iso } from './panorama-parts.ts';

const PAGE = 20;
const FactCursor = z.tuple([z.number().int(), z.string().max(64), z.string().max(64)]);
const EventCursor = z.tuple([z.number().int(), z.string().max(36), z.number().int()]);

/** What was told of one member's money and what the member did, page by page; each page that is read is noted. */
@Injectable()
export class MemberPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly subjects: MemberSubjects,
  ) {}

  /** Facts of the accounts that are linked now, as told: what corrects one is another one that names it. */
  async listFacts(caller: Principal, memberId: string, query: PanoramaPageQuery): Promise<MemberFactPage> {
    const subject = await this.subjects.find(caller, memberId);
    const after = decodeCursor(query.cursor, FactCursor);
    const accounts = await this.identity.accountsOfMembers(subject.numbers);
    const accountNos = accounts.map(({ accountNo }) => accountNo);
    const withheld = await this.#factsWithheld(caller, subject, accountNos.length > 0);
    const readAt = iso(this.clock.now());
    if (withheld !== null) return { withheld, rows: [], total: 0, nextCursor: null, readAt };
    const limit = Number(query.limit ?? PAGE);
    const position = after === null ? null : { occurredAt: after[0], issuer: after[1], sourceId: after[2] };
    const [found, total] = await Promise.all([
      listMemberFacts(this.database.read, accountNos, limit + 1, position),
      countMemberFacts(this.database.read, accountNos),
    ]);
    const page = found.slice(0, limit);
    await this.subjects.note(caller, subject, 'workspace.list_member_facts', { rows: page.length });
    const references = await listFactReferences(this.database.read, page, PANORAMA_ROWS_MAX);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      withheld,
      rows: page.map((fact) => shownFact(fact, references)),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.occurredAt, last.issuer, last.sourceId]),
      readAt,
    };
  }

  async listEvents(caller: Principal, memberId: string, query: PanoramaPageQuery): Promise<MemberEventPage> {
    const subject = await this.subjects.find(caller, memberId);
    const after = decodeCursor(query.cursor, EventCursor);
    const readAt = iso(this.clock.now());
    const purposes = await this.identity.permittedPurposesOf([subject.memberNo], ['SERVICE']);
    if (!mayRead(caller, purposes.get(subject.memberNo), 'SERVICE'))
      return { withheld: 'NOT_PERMITTED', rows: [], nextCursor: null, readAt };
    const limit = Number(query.limit ?? PAGE);
    const found = await listMemberEvents(
      this.database.read,
      subject.numbers,
      limit + 1,
      after === null ? null : { occurredAt: after[0], eventId: after[1], memberNo: after[2] },
    );
    const page = found.slice(0, limit);
    await this.subjects.note(caller, subject, 'workspace.list_member_events', { rows: page.length });
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      withheld: null,
      rows: page.map(({ memberNo: _, ...event }) => ({
        ...event,
        occurredAt: iso(event.occurredAt),
        recordedAt: iso(event.recordedAt),
      })),
      nextCursor: last === undefined ? null : encodeCursor([last.occurredAt, last.eventId, last.memberNo]),
      readAt,
    };
  }

  /** Without the separate consent an account is no longer looked at, though the link stays on record. */
  async #factsWithheld(
    caller: Principal,
    { memberNo }: MemberSubject,
    isLinked: boolean,
  ): Promise<Withheld | null> {
    if (!isLinked) return 'NOT_LINKED';
    const purposes = await this.identity.permittedPurposesOf([memberNo], ['SENSITIVE']);
    return mayRead(caller, purposes.get(memberNo), 'SENSITIVE') ? null : 'NOT_PERMITTED';
  }
}

function shownFact(fact: FactRecord, references: readonly FactReference[]): MemberFact {
  const { accountNo: _, importId, occurredAt, recordedAt, ...told } = fact;
  return {
    ...told,
    occurredAt: iso(occurredAt),
    recordedAt: iso(recordedAt),
    channel: importId === null ? 'API' : 'IMPORT',
    importId,
    referredBy: references
      .filter(({ issuer, refSourceId }) => issuer === fact.issuer && refSourceId === fact.sourceId)
      .map(({ refSourceId: __, ...reference }) => ({ ...reference, occurredAt: iso(reference.occurredAt) })),
  };
}
