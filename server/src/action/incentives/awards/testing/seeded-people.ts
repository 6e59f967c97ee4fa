import type { EarningEvent, EarningFact } from '@siyu/shared/incentives';
import { SeededChance } from './seeded-chance.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 1, 16);
const DAYS = 30;
/** A sign-in of a member holds as long. */
const SESSION = 7 * DAY;
const LESSONS = 200;

export interface SignIn {
  readonly memberNo: number;
  readonly mark: string;
  readonly at: number;
}
export interface Joining {
  readonly memberNo: number;
  readonly inviterNo: number;
  readonly at: number;
}
/** What accounts are made to do that no people would. */
export type Abuse = 'phone' | 'pairs' | 'script' | 'bot' | 'flood' | 'three';

/**
 * A month of a firm in one city: families on one phone, carriers whose members share addresses, evenings on which many sit
 * in one hall, and people who bring others along. How people are here is assumed, not measured.
 */
export class SeededPeople {
  readonly signIns: SignIn[] = [];
  readonly joinings: Joining[] = [];
  readonly facts: EarningFact[] = [];
  readonly abuseOf = new Map<number, Abuse>();
  readonly #chance: SeededChance;
  #last = 0;

  constructor(seed: number) {
    this.#chance = new SeededChance(seed);
  }

  /** Four in five have a phone of their own, the others share one with one or two of their family. */
  settle(count: number): void {
    while (this.#last < count) {
      const size = this.#chance.is(0.8) ? 1 : this.#chance.is(0.7) ? 2 : 3;
      const home = `home ${this.#last} ${this.#model()}`;
      for (let member = 0; member < size; member += 1) this.#live(this.#new(), home, START);
    }
  }

  /** Somebody brings others along to an evening; they sit side by side, join there and are told what to read. */
  holdEvenings(count: number): void {
    for (let evening = 0; evening < count; evening += 1) {
      const at = START + this.#chance.below(DAYS) * DAY + 11 * HOUR;
      const lesson = `lesson-${this.#chance.below(LESSONS)}`;
      const inviterNo = this.#new();
      this.#live(inviterNo, `home ${inviterNo} ${this.#model()}`, START);
      for (let guest = 0; guest < 4 + this.#chance.below(14); guest += 1) {
        const memberNo = this.#new();
        const joinedAt = at + this.#chance.below(20 * MINUTE);
        this.joinings.push({ memberNo, inviterNo, at: joinedAt });
        const phone = this.#model();
        const net = this.#chance.is(0.5) ? `hall ${evening}` : this.#carrier();
        this.signIns.push({ memberNo, mark: `${net} ${phone}`, at: joinedAt });
        const begun = at + 30 * MINUTE + this.#chance.below(2 * MINUTE);
        this.#do(memberNo, 'lesson_completed', lesson, begun + this.#reading());
        this.#do(memberNo, 'checked_in', null, at + 25 * MINUTE + this.#chance.below(2 * MINUTE));
        this.#live(memberNo, `home ${memberNo} ${phone}`, at + DAY, joinedAt + SESSION);
      }
    }
  }

  /** So many of each kind of abuse, among all the others. */
  plant(count: number): void {
    for (let time = 0; time < count; time += 1) {
      const at = START + (1 + this.#chance.below(DAYS - 8)) * DAY + this.#chance.below(8 * HOUR);
      this.#plantPhones(at, time);
      const script = this.#accounts('script', 8);
      for (const [place, memberNo] of script.entries()) {
        this.joinings.push({ memberNo, inviterNo: script[0] ?? 0, at: at - HOUR });
        this.signIns.push({ memberNo, mark: `script ${time} ${place}`, at: at - HOUR });
        for (let lesson = 0; lesson < 10; lesson += 1)
          this.#do(memberNo, 'lesson_completed', `lesson-${lesson}`, at + lesson * 5 * MINUTE + place * 400);
      }
      const [bot = 0] = this.#accounts('bot', 1);
      for (let nth = 0; nth < 20; nth += 1)
        this.#do(bot, 'lesson_completed', `lesson-${nth}`, at + nth * 4 * SECOND);
      const [flood = 0] = this.#accounts('flood', 1);
      for (let nth = 0; nth < 120; nth += 1)
        this.#do(flood, 'quiz_submitted', `lesson-${nth}`, at + nth * MINUTE);
    }
  }

  #plantPhones(at: number, time: number): void {
    const together = (abuse: Abuse, phones: readonly string[], isInvited: boolean) => {
      const accounts = this.#accounts(abuse, phones.length);
      for (const [place, memberNo] of accounts.entries()) {
        if (isInvited && place > 0) this.joinings.push({ memberNo, inviterNo: accounts[0] ?? 0, at });
        this.signIns.push({ memberNo, mark: `${abuse} ${time} ${phones[place]}`, at });
        for (let lesson = 0; lesson < 10; lesson += 1)
          this.#do(
            memberNo,
            'lesson_completed',
            `lesson-${lesson}`,
            at + (1 + lesson) * HOUR + place * 3 * MINUTE,
          );
      }
    };
    together('phone', ['a', 'a', 'a', 'a', 'a', 'a'], false);
    together('pairs', ['a', 'a', 'b', 'b', 'c', 'c'], true);
    together('three', ['a', 'a', 'a'], true);
  }

  /** Signs in about once a week, at home or by a carrier, and learns on about one day of two. */
  #live(
    memberNo: number,
    home: string,
    from: number,
    signsInFrom = from - this.#chance.below(SESSION),
  ): void {
    const model = home.split(' ').slice(2).join(' ');
    for (let at = signsInFrom; at < START + DAYS * DAY; at += SESSION + this.#chance.below(DAY))
      this.signIns.push({ memberNo, mark: this.#chance.is(0.6) ? home : `${this.#carrier()} ${model}`, at });
    for (let day = from; day < START + DAYS * DAY; day += DAY) {
      if (!this.#chance.is(0.45)) continue;
      let at = day + this.#chance.below(15 * HOUR);
      if (this.#chance.is(0.5)) this.#do(memberNo, 'checked_in', null, at);
      // Hardly anybody reads on and on, but a few do.
      const lessons = this.#chance.is(0.02) ? 12 : this.#chance.below(3);
      for (let nth = 0; nth < lessons; nth += 1) {
        const lesson = `lesson-${this.#chance.below(LESSONS)}`;
        this.#do(memberNo, 'lesson_completed', lesson, (at += this.#reading()));
        if (this.#chance.is(0.4))
          this.#do(memberNo, 'quiz_submitted', lesson, (at += this.#chance.logNormal(50, 0.6) * SECOND));
      }
    }
  }

  #accounts(abuse: Abuse, count: number): readonly number[] {
    return Array.from({ length: count }, () => {
      const memberNo = this.#new();
      this.abuseOf.set(memberNo, abuse);
      return memberNo;
    });
  }

  #do(memberNo: number, type: EarningEvent, contentId: string | null, when: number): void {
    const at = Math.round(when);
    const seq = this.facts.length + 1;
    const told = { eventId: `event-${seq}`, occurredAt: at, recordedAt: at, value: null };
    this.facts.push({ memberNo, seq, type, contentId, isClockSuspect: false, ...told });
  }

  /** Lessons are of some minutes; there are people who only look over them. */
  #reading(): number {
    return this.#chance.logNormal(150, 0.6) * SECOND;
  }

  /** What a call shows of a phone: of iPhones only the system, of the others the model. */
  #model(): string {
    return this.#chance.is(0.4) ? `iPhone ${this.#chance.skewed(40)}` : `Android ${this.#chance.skewed(400)}`;
  }

  /** An address that a carrier gives to many at once. */
  #carrier(): string {
    return `carrier ${this.#chance.below(400)}`;
  }

  #new(): number {
    this.#last += 1;
    return this.#last;
  }
}
