import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Touch } from '@siyu/shared/contracts/channels';
import { CONSENT_PURPOSES, type ConsentPurpose, type Purpose } from '@siyu/shared/contracts/identity.limits';
import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Question, type Transaction } from '../../platform/database/index.ts';
import { Touches } from '../channels/index.ts';
import { currentConsentText } from './consent-texts.ts';
import { Consent, CurrentConsent } from './consent.entity.ts';
import { consentTextOutdated, processingRestricted, serviceConsentMissing } from './identity.errors.ts';
import { IdentityEvents, type IdentityEvent } from './identity.events.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLinks } from './member-links.service.ts';
import { MemberRegister } from './member-register.service.ts';
import { Restrictions } from './restrictions.service.ts';

export interface ConsentDecision {
  readonly purpose: ConsentPurpose;
  readonly textVersion: string;
  readonly isGranted: boolean;
}
export type ConsentChannel = 'miniprogram' | 'console' | 'demo';

/** What was decided last under one registration. */
type Word = Pick<CurrentConsent, 'memberNo' | 'purpose' | 'textVersion' | 'isGranted' | 'decidedAt'>;

const inForce = (row: Word): boolean =>
  row.isGranted &&
  CONSENT_PURPOSES.some((p) => p === row.purpose && currentConsentText(p).version === row.textVersion);

/** As a joint read gives them: purpose, version of the text, whether granted, epoch ms. */
const SaidRows = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));

/** What members allow, and the one gate that tells whether something may be done with their data. */
@Injectable()
export class Consents implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly clocks: MemberClocks,
    private readonly links: MemberLinks,
    private readonly restrictions: Restrictions,
    private readonly register: MemberRegister,
    private readonly events: IdentityEvents,
    private readonly touches: Touches,
  ) {}

  onModuleInit(): void {
    this.touches.gateBy(async (memberNo, manager) =>
      (await this.permitted([memberNo], 'SERVICE', manager)).has(memberNo),
    );
  }

  /** The member's last word on each purpose, under whichever registration it was said. */
  async listCurrent(
    memberNo: number,
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<string, CurrentConsent>> {
    const person = (await this.links.personsOf([memberNo])).get(memberNo);
    return lastWords(await manager.findBy(CurrentConsent, { memberNo: In([...(person?.numbers ?? [])]) }));
  }

  /**
   * Members of the list whose data may be used for the purpose. Every purpose but RECORD also needs SERVICE;
   * of a restricted member nothing may be used.
   */
  async permitted(
    memberNos: readonly number[],
    purpose: Purpose,
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlySet<number>> {
    if (purpose === 'RECORD') return new Set(memberNos);
    const held = await this.permittedPurposesOf(memberNos, [purpose], manager);
    return new Set(memberNos.filter((memberNo) => held.get(memberNo)?.has(purpose) === true));
  }

  /** Which of the purposes hold for each member, by the same rules; those for whom none does are absent. */
  async permittedPurposesOf(
    memberNos: readonly number[],
    purposes: readonly ConsentPurpose[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.links.personsOf(memberNos);
    const numbersOf = (memberNo: number) => persons.get(memberNo)?.numbers ?? [memberNo];
    const byNumber = new Map<number, Word[]>();
    const numbers = [...new Set(memberNos.flatMap(numbersOf))];
    for (const word of await wordsOf(manager, numbers, [...new Set(['SERVICE', ...purposes])])) {
      const said = byNumber.get(word.memberNo);
      if (said === undefined) byNumber.set(word.memberNo, [word]);
      else said.push(word);
    }
    const granted = new Map<number, ReadonlySet<string>>();
    for (const memberNo of memberNos) {
      const said = lastWords(numbersOf(memberNo).flatMap((number) => byNumber.get(number) ?? []));
      const holding = new Set([...said.values()].filter(inForce).map(({ purpose }) => purpose));
      if (holding.has('SERVICE')) granted.set(memberNo, holding);
    }
    const restricted = await this.restrictions.among([...granted.keys()].flatMap(numbersOf), manager);
    for (const memberNo of granted.keys())
      if (numbersOf(memberNo).some((number) => restricted.has(number))) granted.delete(memberNo);
    return granted;
  }

  /**
   * Which of the purposes hold for one member, by the rules of `permitted`, as a question for a joint read. Whatever
   * else is asked in the same statement may be used only as far as the answer allows.
   */
  permittedPurposes(
    memberNo: number,
    purposes: readonly ConsentPurpose[],
  ): Question<ReadonlySet<ConsentPurpose>> {
    const { sql, values } = this.links.numbersOf(memberNo);
    return {
      selects: [
        {
          sql: `SELECT c.purpose, c.text_version, c.is_granted, c.decided_at FROM (${sql}) p JOIN current_consents c ON c.member_no = p.member_no`,
          values,
          columns: ['purpose', 'text_version', 'is_granted', 'decided_at'],
        },
        {
          sql: `SELECT r.member_no FROM (${sql}) p JOIN member_restrictions r ON r.member_no = p.member_no WHERE r.lifted_at IS NULL`,
          values,
          columns: ['member_no'],
        },
      ],
      read: ([said = [], restrictions = []]) => {
        if (restrictions.length > 0) return new Set();
        const rows = SaidRows.parse(said).map(([purpose, textVersion, isGranted, decidedAt]) => {
          return { memberNo, purpose, textVersion, isGranted: isGranted === 1, decidedAt };
        });
        const granted = new Set([...lastWords(rows).values()].filter(inForce).map(({ purpose }) => purpose));
        return new Set(purposes.filter((purpose) => granted.has('SERVICE') && granted.has(purpose)));
      },
    };
  }

  /**
   * Appends the decisions that change something; repeating one is harmless.
   * @param touches how the person came, recorded with the consent by which they join
   */
  async decide(
    tx: Transaction,
    memberNo: number,
    decisions: readonly ConsentDecision[],
    channel: ConsentChannel,
    touches: readonly Touch[] = [],
  ): Promise<void> {
    await this.clocks.lock(tx, [memberNo]);
    const current = await this.listCurrent(memberNo, tx.manager);
    const lastPerPurpose = [...new Map(decisions.map((decision) => [decision.purpose, decision])).values()];
    const hasService = hasServiceAfter(lastPerPurpose, current);
    const changes = lastPerPurpose.filter((decision) =>
      changesSomething(decision, current.get(decision.purpose), hasService),
    );
    refuseOutdated(changes);
    if (!hasService && changes.some((decision) => decision.isGranted)) throw serviceConsentMissing();
    if (changes.length === 0) return;
    // A consent does not lift a restriction, and must not look as if it did; a withdrawal is always taken.
    if (changes.some((decision) => decision.isGranted) && (await this.isRestricted(memberNo, tx)))
      throw processingRestricted();

    const decidedAt = this.clock.now();
    const rows = changes.map(({ purpose, isGranted }) => {
      const text = currentConsentText(purpose);
      const consentId = this.randomness.uuid();
      return {
        consentId,
        memberNo,
        purpose,
        isGranted,
        channel,
        decidedAt,
        textVersion: text.version,
        textSha256: text.sha256,
      };
    });
    await tx.manager.insert(Consent, rows);
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CurrentConsent)
      .values(
        rows.map(({ purpose, textVersion, isGranted }) => ({
          memberNo,
          purpose,
          textVersion,
          isGranted,
          decidedAt,
        })),
      )
      .orUpdate(['text_version', 'is_granted', 'decided_at'], ['member_no', 'purpose'])
      .updateEntity(false)
      .execute();

    if (changes.some(({ purpose, isGranted }) => purpose === 'SERVICE' && isGranted))
      await this.touches.recordJoining(tx, memberNo, touches, decidedAt);
    const seq = (await this.clocks.advance(tx, [memberNo])).get(memberNo) ?? 0;
    const events: IdentityEvent[] = [];
    for (const row of rows) {
      if (row.purpose === 'SERVICE' && row.isGranted) events.push(await this.registration(tx, memberNo));
      if (row.isGranted)
        events.push({ eventId: row.consentId, type: 'consent_granted', occurredAt: decidedAt });
      else if (current.get(row.purpose)?.isGranted === true)
        events.push({ eventId: row.consentId, type: 'consent_withdrawn', occurredAt: decidedAt });
    }
    await this.events.publish(tx, memberNo, seq, events);
  }

  private async isRestricted(memberNo: number, { manager }: Transaction): Promise<boolean> {
    const person = (await this.links.personsOf([memberNo])).get(memberNo);
    return (await this.restrictions.among(person?.numbers ?? [memberNo], manager)).size > 0;
  }

  /** Told only now, since nothing is recorded before the consent; its key is the member, so it counts once. */
  private async registration(tx: Transaction, memberNo: number): Promise<IdentityEvent> {
    const { memberId, registeredAt } = await this.register.getMember(memberNo, tx.manager);
    return { eventId: memberId, type: 'member_registered', occurredAt: registeredAt };
  }
}

/** Read past the entities: whoever walks over everybody asks for the words of all of them, several times. */
async function wordsOf(
  manager: EntityManager,
  numbers: readonly number[],
  purposes: readonly string[],
): Promise<readonly Word[]> {
  const marks = (values: readonly unknown[]): string => values.map(() => '?').join(',');
  const rows: (Omit<Word, 'isGranted'> & { readonly isGranted: number })[] = await manager.query(
    `SELECT member_no AS memberNo, purpose, text_version AS textVersion, is_granted AS isGranted,
       decided_at AS decidedAt
     FROM current_consents WHERE member_no IN (${marks(numbers)}) AND purpose IN (${marks(purposes)})`,
    [...numbers, ...purposes],
  );
  return rows.map((row) => ({ ...row, isGranted: Number(row.isGranted) === 1 }));
}

/** Per purpose what was decided last; of two decisions of one moment the refusal counts. */
function lastWords<Said extends Word>(rows: readonly Said[]): ReadonlyMap<string, Said> {
  const last = new Map<string, Said>();
  for (const row of rows) {
    const before = last.get(row.purpose);
    const isLater =
      before === undefined ||
      row.decidedAt > before.decidedAt ||
      (row.decidedAt === before.decidedAt && !row.isGranted);
    if (isLater) last.set(row.purpose, row);
  }
  return last;
}

function hasServiceAfter(
  decisions: readonly ConsentDecision[],
  current: ReadonlyMap<string, CurrentConsent>,
): boolean {
  const decided = decisions.find((decision) => decision.purpose === 'SERVICE');
  const now = current.get('SERVICE');
  return decided?.isGranted ?? (now !== undefined && inForce(now));
}

/** Who has not opened the app yet and refuses leaves no trace. */
function changesSomething(
  decision: ConsentDecision,
  current: CurrentConsent | undefined,
  hasService: boolean,
): boolean {
  if (current === undefined) return decision.isGranted || hasService;
  if (current.isGranted !== decision.isGranted) return true;
  return decision.isGranted && current.textVersion !== currentConsentText(decision.purpose).version;
}

/** A person can only agree to the text in force; a refusal needs no version. */
function refuseOutdated(decisions: readonly ConsentDecision[]): void {
  const isOutdated = (decision: ConsentDecision) =>
    decision.isGranted && decision.textVersion !== currentConsentText(decision.purpose).version;
  if (decisions.some(isOutdated)) throw consentTextOutdated();
}
