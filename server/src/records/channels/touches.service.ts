import { Injectable } from '@nestjs/common';
import type { Touch } from '@siyu/shared/contracts/channels';
import { RETURN_SCENES, type TouchKind } from '@siyu/shared/contracts/channels.limits';
import { In, type EntityManager } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { AttributionSetting } from './attribution-setting.ts';
import { attribute } from './attribute.ts';
import { PlacementEntry } from './channel-account.entity.ts';
import { makeChannelKey } from './channel-key.ts';
import { notOpenYet } from './channels.errors.ts';
import { FirstTouch, ShareKeyEntry, TouchEntry } from './touch.entity.ts';

/** Whether something may be recorded of a member; `identity` answers, which stands above this module. */
export type RecordingGate = (memberNo: number, manager: EntityManager) => Promise<boolean>;

/** Somebody who joined elsewhere than by the phone: with the data of a firm, or of the demo. */
export interface Joined {
  readonly memberNo: number;
  readonly joinedAt: number;
  readonly placementId: string | null;
}

type Source = Pick<TouchEntry, 'kind' | 'placementId' | 'inviterNo'>;

/** How members came. Each has exactly one first touch, written in the transaction in which they join. */
@Injectable()
export class Touches {
  #mayRecord: RecordingGate | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly setting: AttributionSetting,
  ) {}

  /** To be called once, in `onModuleInit`. */
  gateBy(gate: RecordingGate): void {
    this.#mayRecord = gate;
  }

  /**
   * In the transaction in which somebody joins, their clock locked. Who joins again, after a withdrawal, keeps the
   * first touch there is; an unknown way is 自然进入.
   */
  async recordJoining(
    tx: Transaction,
    memberNo: number,
    touches: readonly Touch[],
    joinedAt: number,
  ): Promise<void> {
    const arrivals = await this.#record(tx, memberNo, touches, joinedAt);
    const { version, value } = await this.setting.at(joinedAt);
    const { first, last } = attribute(arrivals, joinedAt, value.touchWindowDays);
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(FirstTouch)
      .values({
        memberNo,
        kind: first?.kind ?? 'NATURAL',
        placementId: first?.placementId ?? null,
        inviterNo: first?.inviterNo ?? null,
        touchedAt: first?.occurredAt ?? null,
        lastKind: last?.kind ?? 'NATURAL',
        lastPlacementId: last?.placementId ?? null,
        joinedAt,
        configVersion: version,
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
  }

  /** The same for many who are new, whose way is known or not. */
  async recordJoinings(tx: Transaction, joined: readonly Joined[]): Promise<void> {
    const [one] = joined;
    if (one === undefined) return;
    const { version } = await this.setting.at(this.clock.now());
    const rows = joined.map(({ memberNo, joinedAt, placementId }) => {
      const kind: TouchKind = placementId === null ? 'NATURAL' : 'PLACEMENT';
      const touchedAt = placementId === null ? null : joinedAt;
      const last = { lastKind: kind, lastPlacementId: placementId };
      return { memberNo, kind, placementId, touchedAt, ...last, joinedAt, configVersion: version };
    });
    await insertRows(tx, FirstTouch, rows);
  }

  /**
   * How a member came back. Repeats count once.
   * @throws {AppError} channels.not_open_yet before the member has agreed to be recorded
   */
  async recordReturn(memberNo: number, touches: readonly Touch[]): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.#refuseUnagreed(memberNo, tx.manager);
      await this.#record(tx, memberNo, touches, this.clock.now());
    });
  }

  /** @throws {AppError} channels.not_open_yet */
  async openShareKey(memberNo: number): Promise<string> {
    return this.database.runInTransaction(async (tx) => {
      await this.#refuseUnagreed(memberNo, tx.manager);
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(ShareKeyEntry)
        .values({ memberNo, shareKey: makeChannelKey(this.randomness) })
        .orIgnore()
        .updateEntity(false)
        .execute();
      const query = tx.manager.createQueryBuilder(ShareKeyEntry, 'one').where({ memberNo });
      // Another request may have been quicker than the snapshot of this transaction.
      if (this.database.engine === 'mysql') query.setLock('pessimistic_read');
      return (await query.getOneOrFail()).shareKey;
    });
  }

  /**
   * The account is closed: the single touches and the share key go, and nobody is named as who invited or was invited.
   * That one more had come by a placement stays, as a number.
   */
  async forget({ manager }: Transaction, memberNos: readonly number[]): Promise<void> {
    const numbers = In([...memberNos]);
    await manager.delete(TouchEntry, { memberNo: numbers });
    await manager.delete(ShareKeyEntry, { memberNo: numbers });
    await manager.update(FirstTouch, { memberNo: numbers }, { inviterNo: null, touchedAt: null });
    await manager.update(FirstTouch, { inviterNo: numbers }, { inviterNo: null });
    await manager.update(TouchEntry, { inviterNo: numbers }, { inviterNo: null });
  }

  async #refuseUnagreed(memberNo: number, manager: EntityManager): Promise<void> {
    if ((await this.#mayRecord?.(memberNo, manager)) !== true) throw notOpenYet();
  }

  async #record(
    { manager }: Transaction,
    memberNo: number,
    touches: readonly Touch[],
    now: number,
  ): Promise<readonly TouchEntry[]> {
    const fresh = touches.filter(({ scene }) => !RETURN_SCENES.includes(scene));
    const sources = await this.#sourcesOf(
      manager,
      fresh.map(({ key }) => key),
    );
    const rows = fresh.flatMap(({ touchId, key, scene, occurredAt }): TouchEntry[] => {
      const source = sources.get(key);
      // A key of nobody, or the member's own card.
      if (source === undefined || source.inviterNo === memberNo) return [];
      // What a phone dates into the future happened now at the latest.
      const at = Math.min(Date.parse(occurredAt), now);
      return [{ memberNo, touchId, ...source, scene, occurredAt: at, recordedAt: now }];
    });
    if (rows.length === 0) return [];
    await manager
      .createQueryBuilder()
      .insert()
      .into(TouchEntry)
      .values(rows)
      .orIgnore()
      .updateEntity(false)
      .execute();
    return rows;
  }

  async #sourcesOf(manager: EntityManager, keys: readonly string[]): Promise<ReadonlyMap<string, Source>> {
    if (keys.length === 0) return new Map();
    const wanted = In([...new Set(keys)]);
    const placements = await manager.findBy(PlacementEntry, { placementKey: wanted });
    const shares = await manager.findBy(ShareKeyEntry, { shareKey: wanted });
    const sources = new Map<string, Source>();
    for (const { shareKey, memberNo } of shares)
      sources.set(shareKey, { kind: 'REFERRAL', placementId: null, inviterNo: memberNo });
    for (const { placementKey, placementId } of placements)
      sources.set(placementKey, { kind: 'PLACEMENT', placementId, inviterNo: null });
    return sources;
  }
}
