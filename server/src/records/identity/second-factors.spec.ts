import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { codeAt } from '../../testing/authenticator.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';
import { asCookie, cookieOf, hirePerson, type Person, signInStaff } from '../testing/staff-people.ts';

const STEP = 30_000;
const Secret = z.object({ secret: z.string() });
const Codes = z.object({ recoveryCodes: z.array(z.string()) });

describe('signing in with a code', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    afterAll(() => world.close());

    const enrol = async ({ call }: Pick<Person, 'call'>, proof?: string) => {
      const { secret } = Secret.parse(
        (await call('POST', '/v1/console/second-factor', proof === undefined ? {} : { code: proof })).body,
      );
      const code = codeAt(secret, world.clock.now());
      const confirmed = await call('POST', '/v1/console/second-factor/confirmation', { code });
      return { secret, code, recoveryCodes: Codes.parse(confirmed.body).recoveryCodes };
    };
    const nextCode = (secret: string): string => {
      world.clock.advance(STEP);
      return codeAt(secret, world.clock.now());
    };

    it('REQ-SEC-2 D-04 asks for the code after the password, and takes each code once', async () => {
      const person = await hirePerson(world, 'anna', ['operator']);
      const { secret, code: confirming } = await enrol(person);
      expect((await signInStaff(world, 'anna')).body.code).toBe('identity.code_required');
      expect((await signInStaff(world, 'anna', { code: confirming })).body.code).toBe('identity.wrong_code');
      const code = nextCode(secret);
      const answers = await Promise.all([1, 2, 3].map(() => signInStaff(world, 'anna', { code })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
      // The code before it still fits the clock, but an earlier one than the last is never taken.
      const earlier = codeAt(secret, world.clock.now() - STEP);
      expect((await signInStaff(world, 'anna', { code: earlier })).body.code).toBe('identity.wrong_code');
    });

    it('D-04 counts only after a code has come back, and stores neither the secret nor the recovery codes', async () => {
      const person = await hirePerson(world, 'berta', ['operator']);
      await person.call('POST', '/v1/console/second-factor', {});
      const wrong = await person.call('POST', '/v1/console/second-factor/confirmation', { code: '000000' });
      expect(wrong.body.code).toBe('identity.wrong_code');
      expect((await signInStaff(world, 'berta')).status).toBe(201);
      const { secret, recoveryCodes } = await enrol(person);
      expect((await signInStaff(world, 'berta')).body.code).toBe('identity.code_required');
      const stored = JSON.stringify([
        await world.rows('SELECT * FROM staff_second_factors'),
        await world.rows('SELECT * FROM staff_recovery_codes'),
      ]);
      for (const word of [secret, ...recoveryCodes]) expect(stored).not.toContain(word);
      const again = await person.call('POST', '/v1/console/second-factor/confirmation', { code: '000000' });
      expect(again.body.code).toBe('identity.no_enrolment');
    });

    it('D-04 takes a recovery code instead, once', async () => {
      const person = await hirePerson(world, 'cora', ['operator']);
      const { recoveryCodes } = await enrol(person);
      expect(recoveryCodes).toHaveLength(10);
      const [code = ''] = recoveryCodes;
      expect((await signInStaff(world, 'cora', { code })).status).toBe(201);
      expect((await signInStaff(world, 'cora', { code })).body.code).toBe('identity.wrong_code');
      const { body } = await person.call('GET', '/v1/console/second-factor');
      expect(body).toMatchObject({ recoveryCodesLeft: 9, isRequired: false });
    });

    it('D-04 an open session is not enough to exchange the app: the old one proves it', async () => {
      const person = await hirePerson(world, 'dora', ['operator']);
      const first = await enrol(person);
      expect((await person.call('POST', '/v1/console/second-factor', {})).body.code).toBe(
        'identity.code_required',
      );
      const second = await enrol(person, nextCode(first.secret));
      expect((await signInStaff(world, 'dora', { code: nextCode(first.secret) })).status).toBe(422);
      expect((await signInStaff(world, 'dora', { code: nextCode(second.secret) })).status).toBe(201);
    });

    it('D-04 locks an account after five wrong passwords or codes, together', async () => {
      const person = await hirePerson(world, 'emma', ['operator']);
      const { secret } = await enrol(person);
      // Being asked for the code is no failure.
      for (let times = 0; times < 7; times += 1)
        expect((await signInStaff(world, 'emma')).body.code).toBe('identity.code_required');
      for (let times = 0; times < 2; times += 1) await signInStaff(world, 'emma', { password: 'wrong' });
      for (let times = 0; times < 3; times += 1)
        expect((await signInStaff(world, 'emma', { code: '000000' })).body.code).toBe('identity.wrong_code');
      expect((await signInStaff(world, 'emma', { code: nextCode(secret) })).body.code).toBe(
        'identity.login_locked',
      );
      world.clock.advance(15 * 60_000);
      expect((await signInStaff(world, 'emma', { code: nextCode(secret) })).status).toBe(201);
    });
  });
});

describe('where a second factor is required', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    beforeAll(async () => {
      world = await openRecords(engine, { env: { STAFF_TOTP: 'required' } });
    }, 60_000);
    afterAll(() => world.close());

    it('D-04 nobody gets further than setting it up', async () => {
      const person = await hirePerson(world, 'anna', ['systemAdmin']);
      const profile = () => person.call('GET', '/v1/console/sessions/current');
      expect((await profile()).body.stepsToDo).toEqual(['SECOND_FACTOR']);
      expect((await person.call('GET', '/v1/console/staff')).body.code).toBe('http.sign_in_unfinished');
      const { secret } = Secret.parse((await person.call('POST', '/v1/console/second-factor', {})).body);
      const code = codeAt(secret, world.clock.now());
      await person.call('POST', '/v1/console/second-factor/confirmation', { code });
      expect((await profile()).body.stepsToDo).toEqual([]);
      expect((await person.call('GET', '/v1/console/staff')).status).toBe(200);
      world.clock.advance(STEP);
      const opened = await signInStaff(world, 'anna', { code: codeAt(secret, world.clock.now()) });
      const desk = asCookie(world, cookieOf(opened));
      expect((await desk.call('GET', '/v1/console/staff')).status).toBe(200);
    });
  });
});
