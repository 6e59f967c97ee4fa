import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.ts';
import { tellOnce } from '../../platform/imports/index.ts';
import { CoreAccounts } from './core-accounts.service.ts';
import { MemberClocks } from './member-clock.service.ts';

/** Something another system told of a customer, under an id of its own. */
export interface CoreFact {
  readonly sourceId: string;
  readonly coreCustomerId: string;
}
/** A fact that is new, with whose it is and the clock of that member after this transaction. */
export interface FreshFact<Fact> {
  readonly fact: Fact;
  readonly accountNo: number;
  /** Null while the customer is nobody's. */
  readonly memberNo: number | null;
  /** 0 while the customer is nobody's. */
  readonly seq: number;
}
/** What became of a fact. `isWaiting`: it is nobody's until a member links the customer. */
export interface CoreVerdict {
  readonly verdict: 'new' | 'duplicate' | 'differs';
  readonly isWaiting: boolean;
}
/** Where facts of one sort are kept. */
export interface CoreFactTable<Fact> {
  /** Everything that a fact says. */
  readonly fingerprintOf: (accountNo: number, fact: Fact) => string;
  /** Fingerprints of what was told before under these ids. */
  readonly readKnown: (tx: Transaction, sourceIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Decides what is new of what other systems tell, whatever it is about, and ticks the clocks of those it concerns. */
@Injectable()
export class CoreTellings {
  constructor(
    private readonly accounts: CoreAccounts,
    private readonly clocks: MemberClocks,
  ) {}

  /**
   * Settles facts of any customers, at most a few hundred; the caller writes the fresh ones in the same
   * transaction, of which this is to be the first act. Should another writer tell the same id of another customer
   * at the same moment, that insert fails and the work is to be done again.
   * @returns a verdict per fact in their order, and the fresh ones.
   */
  async settle<Fact extends CoreFact>(
    tx: Transaction,
    facts: readonly Fact[],
    table: CoreFactTable<Fact>,
  ): Promise<{ readonly verdicts: readonly CoreVerdict[]; readonly fresh: readonly FreshFact<Fact>[] }> {
    const accounts = await this.accounts.open(
      tx,
      facts.map((fact) => fact.coreCustomerId),
    );
    const told = facts.map((fact) => {
      const account = accounts.get(fact.coreCustomerId);
      if (account === undefined) throw new Error('an account that was opened is gone');
      return { fact, accountNo: account.accountNo, memberNo: account.memberNo };
    });
    await this.clocks.lock(tx, membersOf(told));
    const known = await table.readKnown(
      tx,
      facts.map((fact) => fact.sourceId),
    );
    const tellings = told.map(({ fact, accountNo }) => {
      return { id: fact.sourceId, fingerprint: table.fingerprintOf(accountNo, fact) };
    });
    const verdicts = tellOnce(tellings, known);
    const fresh = told.filter((_, at) => verdicts[at] === 'new');
    const seqs = await this.clocks.advance(tx, membersOf(fresh));
    return {
      verdicts: told.map(({ memberNo }, at) => ({
        verdict: verdicts[at] ?? 'duplicate',
        isWaiting: memberNo === null,
      })),
      fresh: fresh.map((each) => ({
        ...each,
        seq: each.memberNo === null ? 0 : (seqs.get(each.memberNo) ?? 0),
      })),
    };
  }
}

/** In ascending order, each once. */
function membersOf(rows: readonly { readonly memberNo: number | null }[]): readonly number[] {
  const numbers = rows.flatMap(({ memberNo }) => (memberNo === null ? [] : [memberNo]));
  return [...new Set(numbers)].sort((a, b) => a - b);
}
