import { Injectable } from '@nestjs/common';
import type { AdviceBasis } from '@siyu/shared/contracts/content-kinds';
import type { WriteInsert } from '@siyu/shared/contracts/sidebar';
import type { InsertPurpose, InsertRefusal } from '@siyu/shared/contracts/sidebar.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { Brakes } from '../../foundation/brakes/index.ts';
import { type Staff, StaffDirectory } from '../../foundation/organisation/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Moderation, type PlacedFinding } from '../../records/moderation/index.ts';
import { MarketingAdmission } from '../../records/notifications/index.ts';
import { basisFaultOf, basisOf } from '../../services/content/index.ts';
import { readsLikeAdvice } from './advice.ts';
import { OutreachConfiguration } from './outreach-configuration.ts';
import type { ChatParty } from './sidebar-chats.service.ts';

/** What can be said of a text before it is known to whom it goes. */
export interface JudgedText {
  /** Null: may not work any more. */
  readonly staff: Staff | null;
  readonly text: string;
  readonly isAdvice: boolean;
  /** What it rests on, where it is advice and says so. */
  readonly basis: AdviceBasis | null;
  readonly findings: readonly PlacedFinding[];
  /** Which versions judged, for the trail. */
  readonly versions: Readonly<Record<string, number>>;
}

/** A text that is about to go out. */
export interface WantedInsert {
  readonly insertId: string;
  readonly party: ChatParty;
  readonly purpose: InsertPurpose;
}

/** Asks one after the other whether a text may go: what is stopped, the licence, the words, the basis, the contract, the customer's consent, the budget. */
@Injectable()
export class InsertGate {
  constructor(
    private readonly brakes: Brakes,
    private readonly directory: StaffDirectory,
    private readonly moderation: Moderation,
    private readonly configuration: OutreachConfiguration,
    private readonly identity: Identity,
    private readonly admission: MarketingAdmission,
    private readonly contracts: AdvisoryContracts,
  ) {}

  async judge(
    caller: Principal,
    { text, basis: told }: Pick<WriteInsert, 'text' | 'basis'>,
    now: number,
  ): Promise<JudgedText> {
    const [staff, wording, advice] = await Promise.all([
      this.directory.findServingStaff(caller.id),
      this.moderation.check(
        Object.entries({ text, 'basis.reportPublisher': publisherOf(told) }).map(([path, words]) => ({
          path,
          text: words,
          isMarkedWrong: false,
        })),
      ),
      this.configuration.adviceWords(now),
    ]);
    const isAdvice = readsLikeAdvice(text, advice.words);
    return {
      staff,
      text,
      isAdvice,
      basis: basisOf({ label: labelOf(isAdvice), basis: told }),
      findings: wording.findings,
      versions: { ...wording.dictionaryVersions, 'outreach.advice-words': advice.version },
    };
  }

  /** In the transaction that commits the send: the budget is spent there, and only by what passes everything else. */
  async refusalOf(
    tx: Transaction,
    { insertId, party, purpose }: WantedInsert,
    judged: JudgedText,
    now: number,
  ): Promise<InsertRefusal | null> {
    const staffIds = judged.staff === null ? [] : [judged.staff.staffId];
    const question = { channel: 'WECOM_SIDEBAR', staffIds, words: judged.text } as const;
    if ((await this.brakes.findHold(question, tx.manager)) !== null) return 'STOPPED';
    const ofText =
      licenceRefusal(judged) ??
      wordingRefusal(judged) ??
      basisFaultOf({ label: labelOf(judged.isAdvice), basis: judged.basis }, dayOfInstant(now));
    if (ofText !== null) return ofText;
    if (judged.isAdvice && !(await this.#mayHaveAdvice(party))) return 'ADVICE_WITHOUT_CONTRACT';
    // Nobody's budget can be asked for a whole group: marketing there is for material that was approved as such.
    if (party.kind === 'GROUP') return purpose === 'MARKETING' ? 'GROUP_MARKETING' : null;
    const { memberNo } = party;
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) return 'NO_SERVICE_CONSENT';
    if (purpose === 'SERVICE') return null;
    const contact = { memberNo, channel: 'wecom_sidebar', businessKey: `sidebar:${insertId}` };
    const verdict = await this.admission.admitMarketing(tx, contact, now);
    return verdict.isAdmitted ? null : verdict.reason;
  }

  /** Advice is for one client under a contract, never for a group (REQ-ADV-2). */
  async #mayHaveAdvice(party: ChatParty): Promise<boolean> {
    return party.kind === 'MEMBER' && this.contracts.isActiveFor(party.memberNo);
  }
}

/** An adviser without a registration in force is suspended whatever the text says; advice is for advisers with one (REQ-ADV-1). */
function licenceRefusal({ staff, isAdvice }: JudgedText): InsertRefusal | null {
  const isAdviser = staff?.roles.includes('adviser') === true;
  if (staff === null || (isAdviser && !staff.isRegistered)) return 'NO_LICENCE';
  return isAdvice && !isAdviser ? 'ADVISER_ONLY' : null;
}

function wordingRefusal({ findings }: JudgedText): InsertRefusal | null {
  if (findings.some(({ level }) => level === 'refused')) return 'WORDING';
  return findings.length > 0 ? 'SECOND_LOOK' : null;
}

const labelOf = (isAdvice: boolean) => (isAdvice ? 'advice' : 'education');
const publisherOf = (basis: WriteInsert['basis']): string =>
  basis?.usesReport === true ? basis.reportPublisher : '';
