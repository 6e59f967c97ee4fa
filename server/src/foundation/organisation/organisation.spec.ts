import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { dayOfInstant } from '@siyu/shared/time';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { Organisation, OrganisationModule, StaffChanges, StaffDirectory } from './index.ts';

const PASSWORD = '口令-2026';
const person = {
  name: '林晓',
  password: PASSWORD,
  roles: ['adviser'],
  scopeKind: 'book',
  branchId: null,
} as const;

describeOnEngines((engine) => {
  let app: TestApp;
  let directory: StaffDirectory;
  beforeEach(async () => {
    app = await createTestApp({ engine, modules: [OrganisationModule] });
    directory = app.app.get(StaffDirectory);
  });
  afterEach(() => app.close());
  const organisation = (): Organisation => app.app.get(Organisation);

  it('A-06 knows a person by name and password, with branch and registration', async () => {
    await app.database.runInTransaction(async (tx) => {
      const branchId = await organisation().createBranch(tx, { path: '/gz/tianhe/', name: '天河营业部' });
      const staff = { ...person, loginName: 'adviser1', branchId, registrationNo: 'S1230700000001' };
      await organisation().createStaff(tx, staff);
    });
    expect(await directory.verifyPassword('adviser1', PASSWORD)).toMatchObject({
      loginName: 'adviser1',
      roles: ['adviser'],
      branchPath: '/gz/tianhe/',
      branchName: '天河营业部',
      registrationNo: 'S1230700000001',
    });
    expect(await directory.verifyPassword('adviser1', `${PASSWORD} `)).toBeNull();
    expect(await directory.verifyPassword('Adviser1', PASSWORD)).toBeNull();
    expect(await directory.verifyPassword('nobody', 'nobody')).toBeNull();
    const [row]: { hash: string }[] = await app.database.read.query(
      'SELECT password_hash AS hash FROM staff',
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('A-06 lets nobody in who is switched off or past the last day, but keeps their name', async () => {
    const validUntil = dayOfInstant(TEST_NOW);
    const staffId = await app.database.runInTransaction((tx) =>
      organisation().createStaff(tx, { ...person, loginName: 'leaver', validUntil }),
    );
    expect(await directory.findServingStaff(staffId)).not.toBeNull();
    app.clock.advance(86_400_000);
    expect(await directory.verifyPassword('leaver', PASSWORD)).toBeNull();
    app.clock.set(TEST_NOW);
    const changes = app.app.get(StaffChanges);
    await app.database.runInTransaction((tx) => changes.setActive(tx, staffId, false, 'system'));
    expect(await directory.findServingStaff(staffId)).toBeNull();
    expect(await directory.getStaff(staffId)).toMatchObject({ name: '林晓', isServing: false });
  });

  it('refuses a second person of the same login name, a second branch of the same path and a malformed path', async () => {
    const create = () =>
      app.database.runInTransaction((tx) => organisation().createStaff(tx, { ...person, loginName: 'twin' }));
    await create();
    await expect(create()).rejects.toMatchObject({ code: 'organisation.login_name_taken' });
    const branch = (path: string) =>
      app.database.runInTransaction((tx) => organisation().createBranch(tx, { path, name: '广州' }));
    await branch('/gz/');
    await expect(branch('/gz/')).rejects.toMatchObject({ code: 'organisation.branch_taken' });
    await expect(branch('gz')).rejects.toMatchObject({ code: 'organisation.branch_path_invalid' });
  });
});
