import { Injectable } from '@nestjs/common';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity, MemberScopes } from '../../records/identity/index.ts';
import { memberNotFound } from './workspace.errors.ts';

/** The person whom a caller looks at: the registration that stands for them, and every number that is theirs. */
export interface MemberSubject {
  readonly memberId: string;
  readonly memberNo: number;
  readonly numbers: readonly number[];
}

/** Finds the person behind an id within a caller's scope, and notes who looked at what of whom. */
@Injectable()
export class MemberSubjects {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
  ) {}

  /** @throws {AppError} workspace.member_not_found also for a member outside the caller's scope */
  async find(caller: Principal, memberId: string): Promise<MemberSubject> {
    const asked = await this.identity.findByPublicId(memberId);
    if (asked === null || !(await this.scopes.covers(caller.scope, asked.memberNo))) throw memberNotFound();
    const person = (await this.identity.personsOf([asked.memberNo])).get(asked.memberNo);
    if (person === undefined || person.memberNo === asked.memberNo)
      return { memberId, memberNo: asked.memberNo, numbers: person?.numbers ?? [asked.memberNo] };
    const standing = await this.identity.getMember(person.memberNo);
    return { memberId: standing.memberId, memberNo: person.memberNo, numbers: person.numbers };
  }

  /** Reading what is personal is an act on the member: it stands in the trail before the answer leaves. */
  note(
    caller: Principal,
    { memberId, memberNo }: MemberSubject,
    action: string,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action,
        subjectKind: 'member',
        subjectId: memberId,
        subjectNo: memberNo,
        inputs,
      }),
    );
  }
}
