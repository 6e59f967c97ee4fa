import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../../records/identity/index.ts';
import { LessonFavourite, LessonNote } from './notebook.entity.ts';

/** What a member kept for themselves goes with the account. */
@Injectable()
export class ClosedNotebook implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      await manager.delete(LessonFavourite, { memberNo });
      await manager.delete(LessonNote, { memberNo });
    });
  }
}
