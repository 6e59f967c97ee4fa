import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { hasMariaDb, removeTemplate, startMariaDb, type MariaDb } from '../../tools/mariadb.ts';
import {
  recordOf,
  signInMember,
  startWhole,
  until,
  type DatabaseView,
  type MemberClient,
  type Whole,
} from '../harness/index.ts';
import { openLesson, submissionId, type OpenLesson } from './lesson.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

const WAIT_MS = 1_000;
const describeOnMariaDb = hasMariaDb() ? describe : describe.skip;
const where = hasMariaDb() ? '' : ': no MariaDB is installed';

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly retryAfter: string | null;
  readonly body: unknown;
  readonly ms: number;
}

describeOnMariaDb(`a database that does not answer, or not in time${where}`, () => {
  let database: MariaDb;
  let wire: TcpProxy;
  let whole: Whole;
  let phone: TcpProxy;
  let view: DatabaseView;
  let member: MemberClient;
  let lesson: OpenLesson;
  beforeAll(async () => {
    database = await startMariaDb('memory');
    wire = await startTcpProxy(database.port);
    const throughWire = database.url.replace(String(database.port), String(wire.port));
    whole = await startWhole({
      demo: 'full',
      engine: 'mysql',
      mariadbUrl: throughWire,
      env: {
        DATABASE_WAIT_MS: String(WAIT_MS),
        SIYU_DEMO_MEMBERS: '30',
        LOGINS_PER_MINUTE: '100000',
        // Sixty at once are no overload here.
        SHED_AFTER_MS: '60000',
        // No other transaction than that of the request may meet the cut.
        RUNS_JOBS: 'false',
      },
    });
    phone = await startTcpProxy(Number(new URL(whole.url).port));
    view = await whole.openDatabase();
    member = await signInMember(whole, 'away');
    lesson = await openLesson(member);
  }, 120_000);
  afterAll(async () => {
    await view.close();
    await phone.close();
    await whole.close();
    await wire.close();
    await database.stop();
    removeTemplate();
  });

  const ask = async (method: string, path: string, body?: object, base = whole.url): Promise<Answer> => {
    const started = performance.now();
    const answer = await fetch(base + path, {
      method,
      headers: {
        authorization: `Bearer ${member.session.token}`,
        connection: 'close',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      retryAfter: answer.headers.get('retry-after'),
      body: text === '' ? null : JSON.parse(text),
      ms: performance.now() - started,
    };
  };
  const submit = (number: number, base?: string): Promise<Answer> =>
    ask(
      'POST',
      routeUrl(contentRoutes.submitQuiz, { params: { lessonId: lesson.lessonId } }),
      { submissionId: ids[number], answers: lesson.answers },
      base,
    );
  const ids = Array.from({ length: 8 }, (_, number) => submissionId(number));
  /** How often the quiz was taken, by its rows and by its events. */
  const taken = async (): Promise<readonly number[]> => {
    const [row] = await view.query(
      `SELECT COUNT(*) AS n FROM quiz_submissions q JOIN member_identities i ON i.member_no = q.member_no
        WHERE i.external_id = 'osbx-away'`,
    );
    return [Number(row?.['n']), (await recordOf(view, 'away').events('quiz_submitted')).length];
  };
  const phoneUrl = (): string => `http://127.0.0.1:${phone.port}`;

  it('C-11 fault 09 an answer that is cut off after the commit is given again to the retry, and the act counts once', async () => {
    phone.cutAnswerTo(/^POST .*quiz-submissions/);
    await expect(submit(0, phoneUrl())).rejects.toThrow();
    expect(phone.cuts()).toBe(1);
    expect(await taken()).toEqual([1, 1]);
    const [first, second] = [await submit(0, phoneUrl()), await submit(0, phoneUrl())];
    expect(first.status).toBe(200);
    expect(first.body).toEqual(second.body);
    expect(await taken()).toEqual([1, 1]);
  });

  it('C-11 fault 09 a COMMIT whose answer is cut off is in doubt: 503, not sent again, and the retry gets the first answer', async () => {
    const [before] = await taken();
    wire.cutAnswerTo(/COMMIT/);
    const doubtful = await submit(1);
    expect([doubtful.status, doubtful.retryAfter]).toEqual([503, '2']);
    expect(await taken()).toEqual([before! + 1, before! + 1]);
    const again = await submit(1);
    expect([again.status, (again.body as { submissionId: string }).submissionId]).toEqual([200, ids[1]]);
    expect(await taken()).toEqual([before! + 1, before! + 1]);
  });

  it('C-11 fault 16 a connection cut before COMMIT is not told to anybody: the transaction runs again', async () => {
    const [cutsBefore, [before]] = [wire.cuts(), await taken()];
    wire.cutAnswerTo(/INSERT INTO .quiz_submissions/);
    expect((await submit(2)).status).toBe(200);
    expect(wire.cuts()).toBe(cutsBefore + 1);
    expect(await taken()).toEqual([before! + 1, before! + 1]);
  });

  it('C-11 fault 09 control: the same act under another id counts again, so that the count would show a second effect', async () => {
    const [before] = await taken();
    expect([(await submit(3)).status, (await submit(4)).status]).toEqual([200, 200]);
    expect(await taken()).toEqual([before! + 2, before! + 2]);
  });

  it('C-11 fault 07 a frozen database is waited for so long and no longer: 503 and Retry-After for everybody, and then as before', async () => {
    const [before] = await taken();
    const isAsked = (): Promise<Answer> =>
      ask('GET', routeUrl(contentRoutes.listLessons, { query: { limit: 5 } }));
    const paths = [isAsked, () => submit(5)];
    database.freeze();
    // More than the pools have connections.
    const frozen = await Promise.all(Array.from({ length: 60 }, (_, index) => paths[index % 2]!()));
    const others = frozen.filter(({ status, retryAfter, type }) => {
      return status !== 503 || retryAfter !== '2' || type?.startsWith('application/problem+json') !== true;
    });
    expect(others).toEqual([]);
    // A wait for the session, and one more where the first found a connection and the next did not.
    expect(Math.max(...frozen.map(({ ms }) => ms))).toBeLessThan(3 * WAIT_MS);
    await sleep(500);
    database.thaw();
    const thawed = performance.now();
    await until('answers as before', async () => (await isAsked()).status === 200, 5_000);
    expect(performance.now() - thawed).toBeLessThan(5_000);

    // Pools of ten each for reading and writing: nobody who was given up on still holds one.
    await until(
      'sixty answers at once',
      async () => {
        const again = await Promise.all(Array.from({ length: 60 }, (_, index) => paths[index % 2]!()));
        return again.every(({ status }) => status === 200);
      },
      15_000,
    );
    await until('as many connections as the pools may have', async () => {
      const [row] = await view.query(
        "SELECT COUNT(*) AS n FROM information_schema.processlist WHERE command = 'Sleep'",
      );
      return Number(row?.['n']) <= 20;
    });
    expect(await taken()).toEqual([before! + 1, before! + 1]);
  }, 60_000);

  it('C-11 fault 07 control: a server that may wait ten times as long does not answer in that time, so the end of the wait is its own', async () => {
    const patient = await startWhole({
      demo: 'none',
      engine: 'mysql',
      mariadbUrl: database.url,
      env: { DATABASE_WAIT_MS: String(10 * WAIT_MS) },
    });
    try {
      database.freeze();
      const answer = fetch(`${patient.url}/readyz`).then(({ status }) => status);
      expect(await Promise.race([answer, sleep(3 * WAIT_MS, 'no answer')])).toBe('no answer');
      database.thaw();
      expect(await answer).toBe(200);
    } finally {
      database.thaw();
      await patient.close();
    }
  }, 60_000);
});
