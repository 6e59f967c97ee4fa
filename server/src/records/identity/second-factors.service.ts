import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SecondFactorSecret } from '@siyu/shared/contracts/sign-in';
import { TOTP_CODE_PATTERN } from '@siyu/shared/contracts/staff.limits';
import { In, IsNull } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, insertRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Keys } from '../../platform/keys/index.ts';
import { noEnrolment, wrongCode } from './identity.errors.ts';
import { newRecoveryCodes, recoveryCodeSha256 } from './recovery-codes.ts';
import { openSecret, sealSecret } from '../../platform/keys/index.ts';
import { StaffRecoveryCode, StaffSecondFactor } from './second-factor.entity.ts';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';

const KEY = 'staff-second-factors';

export interface Enrolment {
  /** Null: a password is enough for this person. */
  readonly confirmedAt: number | null;
  readonly recoveryCodesLeft: number;
}

/** Authenticator apps (RFC 6238) and recovery codes of staff. Secrets are encrypted, recovery codes hashed. */
@Injectable()
export class SecondFactors implements OnModuleInit {
  #key: Uint8Array = new Uint8Array();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly keys: Keys,
  ) {}

  /** Beforehand, since the ring makes a missing key in a transaction of its own. */
  async onModuleInit(): Promise<void> {
    this.#key = await this.keys.key(KEY);
  }

  async getEnrolment(staffId: string): Promise<Enrolment> {
    const factor = await this.database.read.findOneBy(StaffSecondFactor, { staffId });
    const recoveryCodesLeft = await this.database.read.countBy(StaffRecoveryCode, {
      staffId,
      usedAt: IsNull(),
    });
    return { confirmedAt: factor?.confirmedAt ?? null, recoveryCodesLeft };
  }

  async isConfirmed(staffId: string): Promise<boolean> {
    return (await this.listConfirmed([staffId])).has(staffId);
  }

  /** Those of the named who have one. */
  async listConfirmed(staffIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (staffIds.length === 0) return new Set();
    const found = await this.database.read.findBy(StaffSecondFactor, { staffId: In([...staffIds]) });
    return new Set(found.filter(({ confirmedAt }) => confirmedAt !== null).map(({ staffId }) => staffId));
  }

  /** Proposes a secret; the one in use stays in use until a code of the new one has come back. */
  async begin(tx: Transaction, staffId: string, loginName: string): Promise<SecondFactorSecret> {
    const secret = newTotpSecret((n) => this.randomness.bytes(n));
    const sealedProposal = sealSecret(secret, staffId, this.#key, this.randomness.bytes(12));
    await upsertRows(tx, StaffSecondFactor, [{ staffId, sealedProposal }], ['sealedProposal']);
    return { secret, uri: totpUri(`${this.config.firm.name} 私域`, loginName, secret) };
  }

  /**
   * @returns new recovery codes in place of all earlier ones.
   * @throws {AppError} identity.no_enrolment, identity.wrong_code
   */
  async confirm(tx: Transaction, staffId: string, code: string): Promise<readonly string[]> {
    const factor = await tx.manager.findOneBy(StaffSecondFactor, { staffId });
    const { sealedProposal = null } = factor ?? {};
    if (sealedProposal === null) throw noEnrolment();
    const now = this.clock.now();
    const step = stepOfCode(openSecret(sealedProposal, staffId, this.#key), code, now);
    if (step === null) throw wrongCode();
    await tx.manager.update(
      StaffSecondFactor,
      { staffId },
      { sealedSecret: sealedProposal, sealedProposal: null, confirmedAt: now, lastStep: step },
    );
    const codes = newRecoveryCodes((n) => this.randomness.bytes(n));
    await tx.manager.delete(StaffRecoveryCode, { staffId });
    await insertRows(
      tx,
      StaffRecoveryCode,
      codes.map((each) => ({ staffId, codeSha256: recoveryCodeSha256(each), usedAt: null })),
    );
    return codes;
  }

  /**
   * Takes a code of the app or a recovery code; each counts once, whoever asks at the same time.
   * @throws {AppError} identity.wrong_code
   */
  async use(tx: Transaction, staffId: string, code: string): Promise<'app' | 'recovery'> {
    if (!TOTP_CODE_PATTERN.test(code)) {
      const { affected } = await tx.manager.update(
        StaffRecoveryCode,
        { staffId, codeSha256: recoveryCodeSha256(code), usedAt: IsNull() },
        { usedAt: this.clock.now() },
      );
      if (affected !== 1) throw wrongCode();
      return 'recovery';
    }
    const factor = await tx.manager.findOneBy(StaffSecondFactor, { staffId });
    if (factor === null || factor.sealedSecret === null) throw wrongCode();
    const secret = openSecret(factor.sealedSecret, staffId, this.#key);
    const step = stepOfCode(secret, code, this.clock.now());
    if (step === null) throw wrongCode();
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(StaffSecondFactor)
      .set({ lastStep: step })
      .where('staff_id = :staffId AND (last_step IS NULL OR last_step < :step)', { staffId, step })
      .execute();
    if (affected !== 1) throw wrongCode();
    return 'app';
  }

  /** After a lost phone; whether there was one. */
  async remove(tx: Transaction, staffId: string): Promise<boolean> {
    await tx.manager.delete(StaffRecoveryCode, { staffId });
    const { affected } = await tx.manager.delete(StaffSecondFactor, { staffId });
    return (affected ?? 0) > 0;
  }
}
