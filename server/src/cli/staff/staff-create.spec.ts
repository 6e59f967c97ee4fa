import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { AppModule } from '../../app.module.ts';
import { KNOWN_DEMO_PASSWORD, loadStorageConfig } from '../../platform/config/index.ts';
import { createEmptyPlace, createTestApp, describeOnEngines, type TestPlace } from '../../testing/index.ts';
import { createLogin } from './create-login.ts';
import { readNewLogin } from './new-login.ts';
import { type Input, readPassword } from './read-password.ts';

const PASSWORD = 'a-long-password-1';
const loginOf = (...args: string[]) => {
  const login = readNewLogin(args);
  if (login === 'help') throw new Error('asked for help');
  return login;
};

describeOnEngines((engine) => {
  let place: TestPlace;
  beforeAll(async () => {
    place = await createEmptyPlace(engine);
  });
  afterAll(() => place.release());

  it('C-12 the first login of an empty deployment is made, audited, and signs in', async () => {
    const config = loadStorageConfig({
      SIYU_DATA_DIR: place.dataDir,
      DATABASE_URL: place.databaseUrl ?? '',
      LOG_LEVEL: 'silent',
    });
    const adviser = loginOf(
      '--login',
      'shen',
      '--name',
      '沈知行',
      '--roles',
      'adviser',
      '--registration-no',
      'S1',
    );
    const first = loginOf('--login', 'first', '--name', '唐晓芸', '--roles', 'operator,compliance');
    await createLogin(config, first, PASSWORD);
    await expect(createLogin(config, first, PASSWORD)).rejects.toThrow('organisation.login_name_taken');
    const atBranch = { ...adviser, branchPath: '/gz/tianhe/' };
    await expect(createLogin(config, atBranch, PASSWORD)).rejects.toThrow(
      'There is no branch /gz/tianhe/ yet',
    );
    await createLogin(config, { ...atBranch, branchName: '广州天河营业部' }, PASSWORD);
    await createLogin(config, { ...atBranch, loginName: 'second' }, PASSWORD);

    const server = await createTestApp({ engine, place, modules: [AppModule], env: { RUNS_JOBS: 'false' } });
    const answer = await fetch(server.url + identityRoutes.openStaffSession.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ loginName: 'first', password: PASSWORD }),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      name: '唐晓芸',
      roles: ['operator', 'compliance'],
      scope: { kind: 'firm' },
    });
    const rows: { action: string }[] = await server.database.read.query(
      `SELECT action FROM audit_rows WHERE action LIKE 'organisation.%' ORDER BY row_id`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'organisation.create_staff',
      'organisation.create_branch',
      'organisation.create_staff',
      'organisation.create_staff',
    ]);
    await server.close();
  }, 60_000);
});

describe('a login on the command line', () => {
  const right = ['--login', 'first', '--name', '唐晓芸', '--roles', 'operator'];

  it('C-12 gives an adviser the own book and everybody else the firm, unless told otherwise', () => {
    expect(loginOf(...right)).toMatchObject({ scopeKind: 'firm', branchPath: null, isPasswordMade: false });
    const adviser = [...right.slice(0, 5), 'adviser', '--registration-no', 'S1'];
    expect(loginOf(...adviser).scopeKind).toBe('book');
    expect(loginOf(...right, '--scope', 'branch', '--branch', '/gz/').scopeKind).toBe('branch');
  });

  it.each([
    [['--login', 'UPPER'], '--login must be'],
    [['--name', ' '], '--name must be'],
    [['--roles', 'operator,king'], '"king" is none'],
    [['--roles', ''], '--roles must name'],
    [['--roles', 'adviser'], 'needs --registration-no'],
    [['--scope', 'world'], '--scope must be'],
    [['--scope', 'branch'], 'needs --branch'],
    [['--colour', 'red'], "Unknown option '--colour'"],
  ])('C-12 refuses %j in a sentence', (change, sentence) => {
    expect(() => readNewLogin([...right, ...change])).toThrow(sentence);
  });
});

describe('a password', () => {
  const inputOf = (isTTY: boolean, ...texts: string[]) => {
    const stream = new PassThrough();
    const modes: boolean[] = [];
    const input = Object.assign(stream, {
      isTTY,
      setRawMode: (mode: boolean) => modes.push(mode),
    }) as unknown as Input;
    for (const text of texts) stream.write(text);
    stream.end();
    return { input, modes };
  };
  const read = (isTTY: boolean, ...texts: string[]) =>
    readPassword(inputOf(isTTY, ...texts).input, () => undefined);

  it('C-12 is one line of a pipe, with or without its end', async () => {
    expect(await read(false, `${PASSWORD}\n`, 'more\n')).toBe(PASSWORD);
    expect(await read(false, PASSWORD)).toBe(PASSWORD);
  });

  it('C-12 is typed twice at a terminal, unseen, with the keys a terminal has', async () => {
    const asked: string[] = [];
    const { input, modes } = inputOf(true, `${PASSWORD}x\u007f\r`, `${PASSWORD}\r`);
    expect(await readPassword(input, (text) => void asked.push(text))).toBe(PASSWORD);
    expect(asked).toEqual(['Password: ', '\n', 'Once more: ', '\n']);
    expect(modes).toEqual([true, false]);
    await expect(read(true, `${PASSWORD}\r`, 'another\r')).rejects.toThrow('differ');
    await expect(read(true, 'half\u0003')).rejects.toThrow('Interrupted');
  });

  it('C-12 is refused when it is short, endless or known to everybody', async () => {
    await expect(read(false, 'short\n')).rejects.toThrow('12 to 128');
    await expect(read(false, `${'x'.repeat(129)}\n`)).rejects.toThrow('12 to 128');
    await expect(read(false, `${KNOWN_DEMO_PASSWORD}\n`)).rejects.toThrow('everybody knows');
    await expect(read(false)).rejects.toThrow('12 to 128');
  });
});
