import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

const REPORTED = "'content_viewed', 'content_dwelled', 'content_shared'";

/** Who saw an event happen, which product it is about, and what brought the member. */
export class Events extends TablesMigration {
  constructor() {
    super(64, 'events', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'engagement_events', [
      ...['product_id', 'channel_id', 'campaign_id', 'session_id'].map((name) => ({
        column: col.publicId(name, { nullable: true }),
      })),
      // Until now only phones and the server itself wrote; what the core system told is in service_facts too.
      {
        column: col.code('source', 16),
        fill: `CASE WHEN type IN (${REPORTED}) THEN 'phone' WHEN type IN ('risk_assessed', 'consultation_closed', 'consultation_rated') THEN 'core' ELSE 'server' END`,
      },
    ]);
  }
}
