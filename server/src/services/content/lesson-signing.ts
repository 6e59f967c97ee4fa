import { Injectable } from '@nestjs/common';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { adviserRequired, authorNotRegistered } from './content.errors.ts';
import type { LessonVersion } from './lesson.entity.ts';

/** Under whose name and number a version goes to members. */
export type Signature = Pick<LessonVersion, 'signedName' | 'signedNo'>;

/** Nothing goes to members that nobody registered signs (REQ-PUB-4, REQ-ADV-1). */
@Injectable()
export class LessonSigning {
  constructor(private readonly staff: StaffDirectory) {}

  /**
   * Asked when a text is handed in and again when it goes out, since a registration may end in between.
   * @throws {AppError} content.author_not_registered, content.adviser_required
   */
  async requireSigner(
    { manager }: Transaction,
    { authorId, label }: Pick<LessonVersion, 'authorId' | 'label'>,
  ): Promise<Signature> {
    const author = (await this.staff.listStaffByIds([authorId], manager)).get(authorId);
    if (author?.isRegistered !== true) throw authorNotRegistered(author?.name ?? '');
    if (label === 'advice' && !author.roles.includes('adviser')) throw adviserRequired(author.name);
    return { signedName: author.name, signedNo: author.registrationNo };
  }
}
