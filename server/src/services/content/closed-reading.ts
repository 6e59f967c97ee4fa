import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../../records/identity/index.ts';
import { PathCompletion } from './path-completion.entity.ts';
import { LessonCompleted, LessonProgress, QuizSubmission } from './reading.entity.ts';
import { CorrectionReceipt } from './withdrawal.entity.ts';

/** Nothing of what a member has read and answered outlives the account. */
@Injectable()
export class ClosedReading implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      for (const entity of [
        LessonProgress,
        LessonCompleted,
        QuizSubmission,
        PathCompletion,
        CorrectionReceipt,
      ])
        await manager.delete(entity, { memberNo });
    });
  }
}
