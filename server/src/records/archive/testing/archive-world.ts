import { constants, createCipheriv, generateKeyPairSync, publicEncrypt, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Finding, Findings } from '@siyu/shared/contracts/archive';
import { ConsentList } from '@siyu/shared/contracts/identity';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { MemberMessagePage } from '@siyu/shared/contracts/panorama';
import { demoMiniProgram } from '../../../../../sandbox/src/mini-programs.ts';
import { openSandbox, type OpenedSandbox } from '../../../../../sandbox/src/testing/open-sandbox.ts';
import { demoCorp } from '../../../../../sandbox/src/wecom/corp.ts';
import { externalUserIdOf } from '../../../../../sandbox/src/wecom/customers.ts';
import { wecomCaller, type WecomCaller } from '../../../../../sandbox/src/wecom/testing/wecom-caller.ts';
import { AppModule } from '../../../app.module.ts';
import { Organisation } from '../../../foundation/organisation/index.ts';
import type { SealedRecord } from '../../../foundation/wechat/index.ts';
import type { Engine } from '../../../platform/database/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { openMember, openStaff } from '../../../testing/callers.ts';
import { createTestApp, type TestApp } from '../../../testing/index.ts';
import { Identity } from '../../identity/index.ts';
import { PULL_JOB } from '../archive-pull.ts';

const AES_KEY = 'siyusandboxsiyusandboxsiyusandboxsiyusandbo';
const CALLBACK_TOKEN = 'archivespec1';
export const CUSTOMER = 'demo-3';
export const CONTACT = externalUserIdOf(CUSTOMER);
export const SINGLE = { userid: 'adviser1', account: CUSTOMER } as const;
/** Has no seat. */
export const SEATLESS = 'adviser9';

/** A firm whose staff and customers talk in the box, and a server that reads the archive of it. */
export interface ArchiveWorld {
  readonly server: TestApp;
  readonly sandbox: OpenedSandbox;
  readonly box: WecomCaller;
  readonly memberId: string;
  readonly memberToken: string;
  readonly staffIds: ReadonlyMap<string, string>;
  /** Speaks in the box; @returns the id of the message. */
  say(what: object, where?: object): Promise<string>;
  agree(isAgreed: boolean, where?: object): Promise<number>;
  /** Both clocks. */
  advance(ms: number): void;
  /** Reads on whatever there is. */
  pull(): Promise<void>;
  /** The administrator enters another public key; `isKnown`: its private half is put into the folder too. */
  changeKey(version: number, isKnown: boolean): Promise<() => void>;
  /** A record as the archive would hand it over, of which the box knows nothing. */
  seal(seq: number, plain: object, version?: number): SealedRecord;
  as(role: 'compliance' | 'operator'): (method: string, path: string, body?: object) => Promise<Told>;
  messages(role: 'compliance' | 'operator', query?: string): Promise<MemberMessagePage>;
  findings(query?: string): Promise<Findings>;
  finding(findingId: string): Promise<Finding>;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}
interface Told {
  readonly status: number;
  readonly body: unknown;
}

export async function openArchiveWorld(engine: Engine): Promise<ArchiveWorld> {
  const keysDir = mkdtempSync(join(tmpdir(), 'siyu-archive-'));
  const sandbox = await openSandbox();
  const box = wecomCaller(sandbox);
  const publicKeys = new Map<number, string>();
  const changeKey = async (version: number, isKnown: boolean) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    publicKeys.set(version, pem);
    const keep = () =>
      writeFileSync(
        join(keysDir, `${version}.pem`),
        privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      );
    if (isKnown) keep();
    await box.pull('archive-key', { version, publicKey: pem });
    return keep;
  };
  await changeKey(3, true);
  const server = await createTestApp({
    engine,
    modules: [AppModule],
    env: {
      SANDBOX_URL: sandbox.url,
      WECHAT_APP_ID: demoMiniProgram.appId,
      WECHAT_APP_SECRET: demoMiniProgram.appSecret,
      WECOM_CORP_ID: demoCorp.corpId,
      WECOM_CONTACT_SECRET: demoCorp.apps[0]?.secret ?? '',
      WECOM_ARCHIVE_SECRET: demoCorp.apps[3]?.secret ?? '',
      WECOM_ARCHIVE_KEYS_DIR: keysDir,
      WECOM_CALLBACK_TOKEN: CALLBACK_TOKEN,
      WECOM_CALLBACK_AES_KEY: AES_KEY,
    },
  });
  await box.pull('callback-address', {
    url: `${server.url}/v1/wecom/callbacks`,
    token: CALLBACK_TOKEN,
    encodingAesKey: AES_KEY,
  });
  const jobs = server.app.get(Jobs);
  const identity = server.app.get(Identity);
  const organisation = server.app.get(Organisation);
  const staffIds = new Map<string, string>();
  for (const userid of [SINGLE.userid, SEATLESS]) {
    const staff = {
      loginName: `spec-${userid}`,
      name: userid === SEATLESS ? '骆安歌' : '沈知行',
      password: 'a-long-password-of-the-spec-1',
      roles: ['adviser' as const],
      scopeKind: 'book' as const,
      branchId: null,
      registrationNo: `S-${userid}`,
      wecomUserId: userid,
    };
    const id = await server.database.runInTransaction((tx) => organisation.createStaff(tx, staff));
    staffIds.set(userid, id);
  }
  const { token: memberToken, member } = await openMember(server, await sandbox.login(CUSTOMER));
  const { memberNo } = (await identity.findByPublicId(member.memberId)) ?? { memberNo: 0 };
  await server.database.runInTransaction(async (tx) => {
    await identity.linkIdentity(tx, memberNo, {
      kind: 'wecom_external_contact',
      issuer: demoCorp.corpId,
      externalId: CONTACT,
    });
    await identity.bindAdviser(tx, memberNo, staffIds.get(SINGLE.userid) ?? '');
  });
  await agreeToService(server.url, memberToken);
  const cookies = new Map<string, string>();
  const as: ArchiveWorld['as'] = (role) => async (method, path, body) => {
    const ask = (cookie: string) =>
      fetch(server.url + path, {
        method,
        headers: { cookie, origin: server.url, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
    let answer = await ask(cookies.get(role) ?? '');
    if (answer.status === 401) {
      // A session lasts half a day, and a spec walks through more.
      cookies.set(role, await openStaff(server, role));
      answer = await ask(cookies.get(role) ?? '');
    }
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  };
  return {
    server,
    sandbox,
    box,
    memberId: member.memberId,
    memberToken,
    staffIds,
    say: async (what, where = SINGLE) => {
      const told = { by: 'employee', ...where, ...what };
      return String((await sandbox.call('POST', '/__phone/wecom/chat', told)).body['msgid']);
    },
    agree: async (isAgreed, where = SINGLE) =>
      (await sandbox.call('POST', '/__phone/wecom/archive-consents', { isAgreed, ...where })).status,
    advance: (ms) => {
      sandbox.advance(ms);
      server.clock.advance(ms);
    },
    pull: async () => {
      await box.events();
      jobs.wake(PULL_JOB);
      await jobs.idle();
    },
    changeKey,
    seal: (seq, plain, version = 3) => {
      const key = randomBytes(32);
      const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
      const encrypted = Buffer.concat([cipher.update(JSON.stringify(plain)), cipher.final()]);
      return {
        seq,
        msgid: `sealed-${seq}`,
        keyVersion: version,
        encryptedKey: publicEncrypt(
          { key: publicKeys.get(version) ?? '', padding: constants.RSA_PKCS1_PADDING },
          Buffer.from(key.toString('base64')),
        ).toString('base64'),
        encryptedMessage: encrypted.toString('base64'),
      };
    },
    as,
    messages: async (role, query = '') =>
      MemberMessagePage.parse(
        (await as(role)('GET', `/v1/console/members/${member.memberId}/messages${query}`)).body,
      ),
    findings: async (query = '') =>
      Findings.parse((await as('compliance')('GET', `/v1/console/archive/findings${query}`)).body),
    finding: async (findingId) =>
      Finding.parse((await as('compliance')('GET', `/v1/console/archive/findings/${findingId}`)).body),
    query: (sql, values = []) => server.database.read.query(sql, [...values]),
    close: async () => {
      await server.close();
      await sandbox.close();
      rmSync(keysDir, { recursive: true, force: true });
    },
  };
}

async function agreeToService(url: string, token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { consents } = ConsentList.parse(await (await fetch(`${url}/v1/consents`, { headers })).json());
  const decisions = consents
    .filter(({ purpose }) => purpose === 'SERVICE')
    .map(({ purpose, textVersion }) => ({ purpose, textVersion, isGranted: true }));
  const body = JSON.stringify({ decisions, adultStatement: ADULT_STATEMENT.version });
  const answer = await fetch(`${url}/v1/consents`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the consent was refused with ${answer.status}`);
}
