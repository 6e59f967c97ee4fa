import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { Sessions } from './session.service.ts';

const HOUR = 3_600_000;
const CHUNK = 500;

/** Forgets sessions that have expired. */
@Injectable()
export class SessionPurge implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.jobs.every('purge-sessions', HOUR, async () => {
      while ((await this.database.runInTransaction((tx) => this.sessions.purgeExpired(tx, CHUNK))) === CHUNK);
    });
  }
}
