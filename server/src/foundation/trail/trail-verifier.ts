import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, databasePlace, readSnapshot, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { Audit, verifyAudit, type AuditVerdict } from '../audit/index.ts';
import { TrailVerificationRow } from './trail-verification.entity.ts';

const VERIFY_TRAIL_JOB = 'verify-trail';
const EVERY_MS = 60_000;
const OPEN = 'open';

/** Recomputes the trail when somebody asked for it. One that was cut off by a stop of the server begins anew. */
@Injectable()
export class TrailVerifier implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.jobs.every(VERIFY_TRAIL_JOB, EVERY_MS, () => this.#turn());
  }

  /** Asks for a verification; while one is under way nothing happens. */
  async request(requester: Principal): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const row = {
        verificationId: this.randomness.uuid(),
        requesterId: requester.id,
        requestedAt: this.clock.now(),
        state: 'QUEUED',
        openKey: OPEN,
        finishedAt: null,
        verdict: null,
      };
      const insert = tx.manager.createQueryBuilder().insert().into(TrailVerificationRow);
      await insert.values(row).orIgnore().updateEntity(false).execute();
      const open = await tx.manager.findOneBy(TrailVerificationRow, { openKey: OPEN });
      if (open?.verificationId !== row.verificationId) return;
      await this.audit.record(tx, {
        actor: requester,
        action: 'audit.request_verification',
        subjectKind: 'audit_trail',
        subjectId: row.verificationId,
      });
      tx.afterCommit(() => this.jobs.wake(VERIFY_TRAIL_JOB));
    });
  }

  async #turn(): Promise<void> {
    const open = await this.database.read.findOneBy(TrailVerificationRow, { openKey: OPEN });
    if (open === null) return;
    const { verificationId } = open;
    await this.#mark(verificationId, { state: 'RUNNING' });
    try {
      // A connection of its own: the server's readers go on seeing what is new.
      const verdict = await readSnapshot(databasePlace(this.config), verifyAudit);
      await this.#end(verificationId, 'DONE', verdict);
    } catch (error) {
      await this.#end(verificationId, 'FAILED', null);
      throw error;
    }
  }

  /**
   * A long verification outlives its lease, and another process may begin the same one: the first that ends it
   * counts, the other's end finds nothing open.
   */
  async #end(verificationId: string, state: 'DONE' | 'FAILED', verdict: AuditVerdict | null): Promise<void> {
    const finishedAt = this.clock.now();
    await this.#mark(verificationId, { state, verdict, finishedAt, openKey: null }, async (tx) => {
      if (verdict === null) return;
      const { firstBreak, rows, seals, lastSealHash } = verdict;
      await this.audit.record(tx, {
        actor: 'system',
        action: firstBreak === null ? 'audit.found_whole' : 'audit.found_broken',
        subjectKind: 'audit_trail',
        subjectId: verificationId,
        inputs: { rows, seals, lastSealHash, firstBreak },
      });
    });
  }

  async #mark(
    verificationId: string,
    values: Partial<TrailVerificationRow>,
    alongside: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const update = tx.manager.createQueryBuilder().update(TrailVerificationRow).set(values);
      const { affected } = await update.where({ verificationId, openKey: OPEN }).execute();
      if (affected === 1) await alongside(tx);
    });
  }
}
