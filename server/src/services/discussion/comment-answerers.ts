import { Injectable } from '@nestjs/common';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { LessonAuthors } from '../content/index.ts';

/** Who may answer questions: whose registration is in force, as an adviser, or under the own lessons. */
@Injectable()
export class CommentAnswerers {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly authors: LessonAuthors,
  ) {}

  async mayAnswer(caller: Principal, lessonId: string): Promise<boolean> {
    return (await this.answerableBy(caller))(lessonId);
  }

  /** Under which lessons somebody may answer; two statements for any number of lessons. */
  async answerableBy({ id, roles }: Principal): Promise<(lessonId: string) => boolean> {
    const isRegistered = ((await this.staff.findServingStaff(id))?.registrationNo ?? null) !== null;
    if (!isRegistered) return () => false;
    if (roles.includes('adviser')) return () => true;
    const own = await this.authors.publishedBy(id);
    return (lessonId) => own.has(lessonId);
  }
}
