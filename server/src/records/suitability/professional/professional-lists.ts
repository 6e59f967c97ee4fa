import { Injectable } from '@nestjs/common';
import type {
  ApplicationDetail,
  ApplicationQuery,
  ApplicationRow,
  ApplicationRows,
} from '@siyu/shared/contracts/professional';
import { OWED_PROFESSIONAL_STATES, PROFESSIONAL_SUBJECT } from '@siyu/shared/contracts/professional.limits';
import { epochDay, formatDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Audit } from '../../../foundation/audit/index.ts';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Files, type OpenedFile } from '../../../platform/files/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../../platform/http/index.ts';
import { Identity, maskedMember, MemberScopes } from '../../identity/index.ts';
import { ProfessionalApplication } from './professional-application.entity.ts';
import { ProfessionalPictures } from './professional-pictures.ts';
import { applicationNotFound, pictureNotFound } from './professional.errors.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

/** Applications as staff see them: those within their reach, each opening of the evidence in the trail. */
@Injectable()
export class ProfessionalLists {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly staff: StaffDirectory,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly files: Files,
    private readonly pictures: ProfessionalPictures,
  ) {}

  /** The latest first. */
  async list(
    { scope }: Principal,
    { view, limit, cursor }: z.output<typeof ApplicationQuery>,
  ): Promise<ApplicationRows> {
    const condition = await this.scopes.conditionOn('one.member_no', scope);
    const owed = [...OWED_PROFESSIONAL_STATES];
    const matching = this.database.read
      .createQueryBuilder(ProfessionalApplication, 'one')
      .where(condition.sql, condition.parameters)
      .andWhere(view === 'OWED' ? 'one.state IN (:...owed)' : 'one.state NOT IN (:...owed)', { owed });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [at, id] = after;
      matching.andWhere('(one.appliedAt < :at OR (one.appliedAt = :at AND one.applicationId < :id))', {
        at,
        id,
      });
    }
    const found = await matching
      .orderBy('one.appliedAt', 'DESC')
      .addOrderBy('one.applicationId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.appliedAt, last.applicationId]),
    };
  }

  /** That it was read stands in the trail. @throws {AppError} professional.not_found */
  async open(caller: Principal, applicationId: string): Promise<ApplicationDetail> {
    const found = await this.find(caller, applicationId);
    await this.#note(caller, found, 'professional.read');
    return this.after(applicationId);
  }

  /** After the caller's own act. */
  async after(applicationId: string): Promise<ApplicationDetail> {
    const found = await this.database.read.findOneByOrFail(ProfessionalApplication, { applicationId });
    const [row] = await this.#rowsOf([found]);
    if (row === undefined) throw new Error(`application ${applicationId} has no row`);
    const { experience, sha256, checkedAt, refusal, endedAt } = found;
    return {
      ...row,
      ...{ experience, sha256, refusal },
      pictureIds: [...(await this.pictures.idsOf(applicationId))],
      checkedAt: iso(checkedAt),
      endedAt: iso(endedAt),
    };
  }

  /** @throws {AppError} professional.not_found, professional.picture_not_found */
  async openPicture(caller: Principal, applicationId: string, pictureId: string): Promise<OpenedFile> {
    const found = await this.find(caller, applicationId);
    if (!(await this.pictures.idsOf(applicationId)).includes(pictureId)) throw pictureNotFound();
    const file = await this.files.open(pictureId);
    await this.#note(caller, found, 'professional.read_picture', { pictureId });
    return file;
  }

  /** @throws {AppError} professional.not_found when there is none within the caller's reach */
  async find({ scope }: Principal, applicationId: string): Promise<ProfessionalApplication> {
    const found = await this.database.read.findOneBy(ProfessionalApplication, { applicationId });
    if (found === null || !(await this.scopes.covers(scope, found.memberNo))) throw applicationNotFound();
    return found;
  }

  async #rowsOf(applications: readonly ProfessionalApplication[]): Promise<ApplicationRow[]> {
    const [members, people] = await Promise.all([
      this.identity.listMembers([...new Set(applications.map(({ memberNo }) => memberNo))]),
      this.staff.listStaffByIds(
        applications.flatMap(({ checkerId, deciderId }) => [checkerId ?? [], deciderId ?? []].flat()),
      ),
    ]);
    const memberOf = new Map(members.map((each) => [each.memberNo, maskedMember(each)]));
    const nameOf = (staffId: string | null): string | null => people.get(staffId ?? '')?.name ?? null;
    return applications.flatMap((each) => {
      const member = memberOf.get(each.memberNo);
      if (member === undefined) return [];
      const { applicationId, ground, state, validUntil } = each;
      return {
        ...{ applicationId, member, ground, state },
        appliedAt: new Date(each.appliedAt).toISOString(),
        checkerName: nameOf(each.checkerId),
        deciderName: nameOf(each.deciderId),
        decidedAt: iso(each.decidedAt),
        validUntil: validUntil === null ? null : formatDay(epochDay(validUntil)),
      };
    });
  }

  #note(
    actor: Principal,
    { applicationId, memberNo }: ProfessionalApplication,
    action: string,
    inputs: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const subject = { subjectKind: PROFESSIONAL_SUBJECT, subjectId: applicationId, subjectNo: memberNo };
    return this.database.runInTransaction((tx) =>
      this.audit.record(tx, { actor, action, ...subject, inputs }),
    );
  }
}
