import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A lesson that a member keeps at hand. */
@Entity('lesson_favourites')
@Index('ix_lesson_favourites_kept', ['memberNo', 'keptAt', 'lessonId'])
export class LessonFavourite {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L3', primary: true }) lessonId!: string;
  @Col.instant({ grade: 'L3' }) keptAt!: number;
}

/** What a member noted beside a lesson; nobody else reads it. */
@Entity('lesson_notes')
@Index('ix_lesson_notes_written', ['memberNo', 'writtenAt', 'lessonId'])
export class LessonNote {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L3', primary: true }) lessonId!: string;
  @Col.text(1000, { grade: 'L3' }) text!: string;
  @Col.instant({ grade: 'L3' }) writtenAt!: number;
}
