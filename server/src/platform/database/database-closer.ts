import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database.ts';

/** Closes the database when the application ends. Global modules end last, so jobs have stopped by then. */
@Injectable()
export class DatabaseCloser implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
