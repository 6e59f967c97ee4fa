import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { Audit, AuditModule, describeVerdict, verifyAudit, type AuditVerdict } from './index.ts';

describeOnEngines((engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await createTestApp({ engine, modules: [AuditModule] });
  }, 30_000);
  afterEach(() => app.close());

  const verify = (): Promise<AuditVerdict> => verifyAudit(app.database.read);
  const tamper = (sql: string, values: unknown[] = []): Promise<unknown> =>
    app.database.runInTransaction(({ manager }) => manager.query(sql, values));
  const sealAll = async (): Promise<AuditVerdict> => {
    const audit = app.app.get(Jobs);
    for (let turn = 0; turn < 200; turn += 1) {
      audit.wake('seal-audit');
      await audit.idle();
      const verdict = await verify();
      if (verdict.unsealedRows === 0) return verdict;
    }
    throw new Error('the sealer did not come');
  };
  const record = (subjectId: string): Promise<void> =>
    app.database.runInTransaction((tx) =>
      app.app.get(Audit).record(tx, {
        actor: 'system',
        action: 'spec.act',
        subjectKind: 'spec',
        subjectId,
        inputs: { version: 1, note: '备注' },
      }),
    );
  const recordThree = async (): Promise<string[]> => {
    for (const subject of ['a', 'b', 'c']) {
      await record(subject);
      await sealAll();
    }
    const rows: { row_id: string }[] = await app.database.read.query(
      'SELECT row_id FROM audit_rows ORDER BY row_id',
    );
    return rows.map((row) => row.row_id);
  };

  it('A-06 seals rows by itself and finds the trail whole', async () => {
    const ids = await recordThree();
    const verdict = await verify();
    expect(ids).toHaveLength(3);
    expect(verdict).toMatchObject({
      firstBreak: null,
      rows: 3,
      seals: 3,
      unsealedRows: 0,
      oldestUnsealedAt: null,
    });
    expect(verdict.lastSealHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('A-06 an audit row and the act it tells of are there together or not at all', async () => {
    await expect(
      app.database.runInTransaction(async (tx) => {
        await app.app
          .get(Audit)
          .record(tx, { actor: 'system', action: 'x', subjectKind: 'spec', subjectId: 'x' });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await verify()).toMatchObject({ rows: 0, unsealedRows: 0, firstBreak: null });
  });

  it('REQ-SEC-3 A-06 verification names the first altered row, whichever of its columns was altered', async () => {
    const [first = '', second = ''] = await recordThree();
    const changes: Record<string, string | number> = {
      recorded_at: 1,
      actor_kind: 'staff',
      actor_id: 'somebody',
      action: 'other.act',
      subject_kind: 'other',
      subject_id: 'z',
      subject_no: 7,
      reason_code: 'other',
      inputs: '{"version":2,"note":"备注"}',
    };
    const [original]: Record<string, unknown>[] = await app.database.read.query(
      'SELECT * FROM audit_rows WHERE row_id = ?',
      [second],
    );
    const put = (column: string, value: unknown) =>
      tamper(`UPDATE audit_rows SET ${column} = ? WHERE row_id = ?`, [value, second]);
    for (const [column, value] of Object.entries(changes)) {
      await put(column, value);
      expect([column, (await verify()).firstBreak]).toEqual([
        column,
        { kind: 'row_altered', rowId: second, sealSequence: 2 },
      ]);
      await put(column, original?.[column]);
    }
    expect((await verify()).firstBreak).toBeNull();
    await tamper("UPDATE audit_rows SET action = 'forged' WHERE row_id <> ?", [second]);
    expect((await verify()).firstBreak).toEqual({ kind: 'row_altered', rowId: first, sealSequence: 1 });
  });

  it('A-06 verification names a deleted row, sealed or not', async () => {
    const [, second = ''] = await recordThree();
    await tamper('DELETE FROM audit_rows WHERE row_id = ?', [second]);
    expect((await verify()).firstBreak).toEqual({ kind: 'row_missing', rowId: second, sealSequence: 2 });
  });

  it('A-06 verification names a row inserted past the trail', async () => {
    await recordThree();
    const stranger = '00000000-0000-7000-8000-000000000001';
    await tamper(
      "INSERT INTO audit_rows (row_id, recorded_at, actor_kind, action, subject_kind, subject_id) VALUES (?, 1, 'system', 'x', 'x', 'x')",
      [stranger],
    );
    expect((await verify()).firstBreak).toEqual({
      kind: 'row_inserted',
      rowId: stranger,
      sealSequence: null,
    });
  });

  it('A-06 verification finds a seal that was rewritten, and one that is gone', async () => {
    await recordThree();
    await tamper('UPDATE audit_seals SET sealed_at = sealed_at + 1 WHERE sequence = 2');
    expect((await verify()).firstBreak).toMatchObject({ kind: 'seal_altered', sealSequence: 2 });
    await tamper('DELETE FROM audit_seals WHERE sequence = 2');
    expect((await verify()).firstBreak).toMatchObject({ kind: 'seal_missing', sealSequence: 2 });
  });

  it('A-06 tells how long the oldest unsealed row has waited', async () => {
    await recordThree();
    await tamper('INSERT INTO audit_pending_rows (row_id) SELECT row_id FROM audit_rows LIMIT 1');
    const verdict = await verify();
    expect(verdict.unsealedRows).toBe(1);
    expect(describeVerdict(verdict, (verdict.oldestUnsealedAt ?? 0) + 9000).join('\n')).toContain(
      'the oldest for 9 s',
    );
  });

  it('A-06 the command reads beside the running server and exits 1 naming the altered row', async () => {
    const [first = ''] = await recordThree();
    const command = async () => {
      const program = 'server/dist/cli/audit-verify.js';
      if (!existsSync(program)) throw new Error(`${program} is not built: npm run build`);
      const child = spawn(process.execPath, [program], {
        env: {
          PATH: process.env['PATH'],
          SIYU_DATA_DIR: app.config.dataDir,
          DATABASE_URL: app.config.databaseUrl ?? '',
        },
      });
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { stdout, stderr, status };
    };
    const whole = await command();
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining('Audit trail whole')]);
    await tamper("UPDATE audit_rows SET action = 'forged' WHERE row_id = ?", [first]);
    const broken = await command();
    expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining(`row ${first}`)]);
  }, 60_000);
});
