import type { GroupNoticeState } from '@siyu/shared/contracts/communities-desk.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A notice on its way: what members see of it is another row, which the reviewer's approval makes. */
@Entity('group_notice_drafts')
@Index('ix_group_notice_drafts_group', ['groupId', 'createdAt'])
export class GroupNoticeDraft {
  @Col.publicId({ grade: 'L1', primary: true }) noticeId!: string;
  @Col.publicId({ grade: 'L1' }) groupId!: string;
  @Col.text(300, { grade: 'L1' }) text!: string;
  @Col.count({ grade: 'L1' }) version!: number;
  @Col.code(64, { grade: 'L1' }) contentSha256!: string;
  @Col.code(16, { grade: 'L1' }) state!: GroupNoticeState;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  /** Everybody who wrote a part of it, and so may not decide about it. */
  @Col.json({ grade: 'L2' }) editorIds!: string[];
  @Col.instant({ grade: 'L1' }) createdAt!: number;
  @Col.instant({ grade: 'L1' }) updatedAt!: number;
}
