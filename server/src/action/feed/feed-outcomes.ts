import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';
import { Outbox, type DeliveredEvent } from '../../platform/outbox/index.ts';
import { Database, JointRead, type Transaction } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Content, LESSON_COMPLETED } from '../../services/content/index.ts';
import { FeedAudience } from './feed-audience.ts';
import { FeedConfiguration } from './feed-configuration.ts';
import { FeedOutcome } from './feed-outcome.entity.ts';
import { rankFeed } from './rank-feed.ts';

const Completed = z.object({ lessonId: z.string() });

/** Notes why a finished lesson stood in the feed, so that operators can weigh the reasons against each other. */
@Injectable()
export class FeedOutcomes implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly content: Content,
    private readonly audience: FeedAudience,
    private readonly configuration: FeedConfiguration,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      await manager.delete(FeedOutcome, { memberNo: In([...memberNos]) });
    });
    this.outbox.on(LESSON_COMPLETED, 'feed-outcomes', (tx, event) => this.record(tx, event));
  }

  /**
   * The order is made again as if the lesson were still open, with who the member is when the event is
   * handled. A repeat changes nothing: (member, lesson) is the key.
   */
  async record(tx: Transaction, { subjectNo: memberNo, payload, occurredAt }: DeliveredEvent): Promise<void> {
    const { lessonId } = Completed.parse(payload);
    if (memberNo === null) return;
    // An account is closed before this or after it, never meanwhile.
    await this.identity.lockMembers(tx, [memberNo]);
    // Handled a moment after the deed: who has withdrawn meanwhile is stored only.
    const joint = new JointRead(this.database);
    const permitted = joint.add(this.identity.permittedPurposes(memberNo, ['SERVICE', 'PROFILING']));
    const known = joint.add(this.audience.audienceOf(memberNo));
    await joint.run();
    if (!permitted().has('SERVICE')) return;
    const audience = permitted().has('PROFILING') ? known() : null;
    const [lessons, completions, { value: weights, version }] = await Promise.all([
      this.content.lessonsFor(memberNo),
      this.content.completionsOf(memberNo),
      this.configuration.weightsAt(occurredAt),
    ]);
    const before = new Set(completions.map((each) => each.lessonId).filter((id) => id !== lessonId));
    const card = rankFeed(lessons, before, audience, weights, occurredAt).find(
      ({ lesson }) => lesson.lessonId === lessonId,
    );
    // A lesson that was withdrawn meanwhile stands in no feed.
    if (card === undefined) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(FeedOutcome)
      .values({
        memberNo,
        lessonId,
        reasonCode: card.reason.code,
        total: card.total,
        stage: audience?.stage ?? null,
        groupCode: audience?.group ?? null,
        weightsVersion: version,
        finishedAt: occurredAt,
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
  }
}
