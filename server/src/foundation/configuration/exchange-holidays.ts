import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IMPORT_COLUMNS } from '@siyu/shared/contracts/imports.limits';
import { formatDay, parseDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import {
  ImportKinds,
  type ImportKind,
  type ImportLine,
  type ImportSource,
  type LineVerdict,
} from '../../platform/imports/index.ts';
import type { ConfigurationKey, Configured } from './configuration-key.ts';
import { Configuration } from './configuration.service.ts';

/** Days on which the exchanges are closed though they are no weekend (our reading of the exchanges' notices). */
const Holidays = z.object({
  /** What the notice is called, such as `2026`; a later notice of a year has another name. */
  version: z.string().max(32),
  days: z.array(z.object({ date: z.iso.date(), name: z.string().max(32) })),
});
export type ExchangeHolidays = z.infer<typeof Holidays>;

/** A notice of a few years at most. */
const LINES_MAX = 400;
const TEXT_MAX = 32;

/**
 * The exchanges' holidays as versioned configuration: a file becomes one proposed version, which goes live when a
 * second person has approved it. Ships without any, so that none is guessed.
 */
@Injectable()
export class ExchangeCalendar implements ImportKind, OnModuleInit {
  readonly name = 'exchange_holidays';
  readonly required = IMPORT_COLUMNS.exchange_holidays.required;
  readonly optional = IMPORT_COLUMNS.exchange_holidays.optional;
  /** One bad line spoils the calendar, so it is judged as a whole. */
  readonly wholeLinesMax = LINES_MAX;
  readonly #key: ConfigurationKey<ExchangeHolidays>;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {
    this.#key = configuration.register('exchange.holidays', Holidays, { version: '', days: [] });
  }

  onModuleInit(): void {
    this.kinds.register(this);
  }

  /** The holidays in force at a moment, epoch ms. */
  holidaysAt(at: number): Promise<Configured<ExchangeHolidays>> {
    return this.configuration.get(this.#key, at);
  }

  async record(
    tx: Transaction,
    lines: readonly ImportLine[],
    { requestedBy }: ImportSource,
  ): Promise<readonly LineVerdict[]> {
    const faults = faultsOf(lines);
    if (faults.some((fault) => fault !== null)) return faults.map((fault) => fault ?? SPOILT);
    const json: ExchangeHolidays = {
      version: lines[0]?.cells['version'] ?? '',
      days: lines
        .map(({ cells }) => ({ date: cells['date'] ?? '', name: cells['name'] ?? '' }))
        .sort((one, other) => (one.date < other.date ? -1 : 1)),
    };
    if (await this.configuration.isProposed(tx, this.#key, json)) {
      return lines.map(() => ({ verdict: 'duplicate' }));
    }
    const author = authorOf(requestedBy);
    await this.configuration.propose(tx, { key: this.#key.name, json, validFrom: this.clock.now(), author });
    return lines.map(() => ({ verdict: 'recorded', isWaiting: true }));
  }
}

const SPOILT: LineVerdict = { verdict: 'refused', code: 'configuration.holiday_file_refused' };

function faultsOf(lines: readonly ImportLine[]): readonly (LineVerdict | null)[] {
  const [first] = lines;
  const days = new Set<string>();
  return lines.map(({ cells }) => {
    const { version = '', date = '', name = '' } = cells;
    const unreadable = (field: string): LineVerdict => {
      return { verdict: 'refused', code: 'configuration.holiday_day_unreadable', details: { field } };
    };
    if (version === '' || version.length > TEXT_MAX) return unreadable('version');
    if (version !== first?.cells['version']) {
      return { verdict: 'refused', code: 'configuration.holiday_versions_mixed' };
    }
    const day = parseDay(date);
    if (day === null || formatDay(day) !== date) return unreadable('date');
    if (name === '' || name.length > TEXT_MAX) return unreadable('name');
    if (days.has(date)) return { verdict: 'refused', code: 'configuration.holiday_twice' };
    days.add(date);
    return null;
  });
}

/** The person who sent the file; what they may do was asked when they sent it. */
function authorOf(staffId: string): Principal {
  const scope = { kind: 'firm' } as const;
  return { audience: 'staff', id: staffId, memberNo: null, roles: [], scope, sessionId: null };
}
