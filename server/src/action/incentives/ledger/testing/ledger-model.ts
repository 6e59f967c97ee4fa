/** Points of one award, as somebody who counts on fingers would keep them. */
interface ModelLot {
  readonly memberNo: number;
  readonly lotNo: number;
  readonly expiresOn: number | null;
  pending: number;
  available: number;
  /** What redemptions took of it and did not give back. */
  readonly spent: Map<string, number>;
  owed: number;
}

interface ModelMember {
  readonly lots: ModelLot[];
  redeemed: number;
  expired: number;
  reversed: number;
}

/** What the ledger must come to, by the plainest means: no entries, no database, no regard for how long it takes. */
export class LedgerModel {
  readonly #members = new Map<number, ModelMember>();
  readonly #awards = new Map<string, ModelLot>();
  readonly #reversed = new Set<string>();
  readonly #redemptions = new Map<string, number>();
  readonly #returned = new Set<string>();
  readonly #pendingUntil = new Map<number, ModelLot[]>();
  #mayLapse: ModelLot[] = [];
  #today = 0;

  credit(award: {
    readonly memberNo: number;
    readonly points: number;
    readonly sourceId: string;
    readonly expiresOn: number | null;
    readonly pendingUntil: number | null;
  }): void {
    const { memberNo, points, sourceId, expiresOn, pendingUntil } = award;
    if (this.#awards.has(sourceId)) return;
    const member = this.#member(memberNo);
    const isPending = pendingUntil !== null;
    const lot: ModelLot = {
      memberNo,
      lotNo: member.lots.length + 1,
      expiresOn,
      pending: isPending ? points : 0,
      available: isPending ? 0 : points,
      spent: new Map(),
      owed: 0,
    };
    member.lots.push(lot);
    this.#awards.set(sourceId, lot);
    if (isPending)
      this.#pendingUntil.set(pendingUntil, [...(this.#pendingUntil.get(pendingUntil) ?? []), lot]);
    if (expiresOn !== null) this.#mayLapse.push(lot);
  }

  spend(memberNo: number, points: number, id: string): boolean {
    if (this.#redemptions.has(id)) return true;
    const member = this.#member(memberNo);
    if (sumOf(member, 'available') < points) return false;
    this.#redemptions.set(id, memberNo);
    this.#takeAway(member, points, (lot, taken) => lot.spent.set(id, (lot.spent.get(id) ?? 0) + taken), null);
    member.redeemed += points;
    return true;
  }

  giveBack(id: string): boolean {
    const memberNo = this.#redemptions.get(id);
    if (memberNo === undefined || this.#returned.has(id)) return false;
    this.#returned.add(id);
    const member = this.#member(memberNo);
    for (const lot of member.lots) {
      const spent = lot.spent.get(id) ?? 0;
      lot.spent.delete(id);
      const kept = Math.min(spent, lot.owed);
      lot.owed -= kept;
      lot.available += spent - kept;
      member.redeemed -= spent;
      member.reversed += kept;
    }
    return true;
  }

  reverse(sourceId: string): { memberNo: number; reversed: number; writtenOff: number } | null {
    const lot = this.#awards.get(sourceId);
    if (lot === undefined || this.#reversed.has(sourceId)) return null;
    this.#reversed.add(sourceId);
    const member = this.#member(lot.memberNo);
    let reversed = lot.pending + lot.available;
    lot.pending = 0;
    lot.available = 0;
    const spent = [...lot.spent.values()].reduce((sum, each) => sum + each, 0);
    const instead = Math.min(spent, sumOf(member, 'available'));
    this.#takeAway(member, instead, () => undefined, lot);
    reversed += instead;
    lot.owed = spent - instead;
    member.reversed += reversed;
    return { memberNo: lot.memberNo, reversed, writtenOff: lot.owed };
  }

  /** A day begins: what waited until then can be used, and what is over is over. @returns whom it touched */
  nextDay(day: number, now: number): ReadonlySet<number> {
    this.#today = day;
    const touched = new Set<number>();
    for (const [until, lots] of this.#pendingUntil) {
      if (until > now) continue;
      this.#pendingUntil.delete(until);
      for (const lot of lots) {
        lot.available += lot.pending;
        lot.pending = 0;
        touched.add(lot.memberNo);
      }
    }
    for (const lot of this.#mayLapse) {
      if (lot.expiresOn === null || lot.expiresOn > this.#today || lot.available === 0) continue;
      this.#member(lot.memberNo).expired += lot.available;
      lot.available = 0;
      touched.add(lot.memberNo);
    }
    this.#mayLapse = this.#mayLapse.filter((lot) => lot.pending + lot.available > 0 || lot.spent.size > 0);
    return touched;
  }

  /** Available, pending, redeemed, expired, reversed. */
  balanceOf(memberNo: number): readonly number[] {
    const member = this.#member(memberNo);
    const { redeemed, expired, reversed } = member;
    return [sumOf(member, 'available'), sumOf(member, 'pending'), redeemed, expired, reversed];
  }

  #takeAway(
    member: ModelMember,
    points: number,
    note: (lot: ModelLot, taken: number) => void,
    except: ModelLot | null,
  ): void {
    const day = (lot: ModelLot): number => lot.expiresOn ?? 1e9;
    const order = member.lots
      .filter((lot) => lot !== except && lot.available > 0)
      .sort((a, b) => day(a) - day(b) || a.lotNo - b.lotNo);
    let left = points;
    for (const lot of order) {
      const taken = Math.min(left, lot.available);
      if (taken === 0) return;
      lot.available -= taken;
      left -= taken;
      note(lot, taken);
    }
  }

  #member(memberNo: number): ModelMember {
    const found = this.#members.get(memberNo) ?? { lots: [], redeemed: 0, expired: 0, reversed: 0 };
    this.#members.set(memberNo, found);
    return found;
  }
}

const sumOf = ({ lots }: ModelMember, pocket: 'pending' | 'available'): number =>
  lots.reduce((sum, lot) => sum + lot[pocket], 0);
