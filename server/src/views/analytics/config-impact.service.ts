import { Injectable } from '@nestjs/common';
import type { ConfigImpact } from '@siyu/shared/contracts/analytics';
import {
  IMPACT_FIGURES,
  type ImpactFigure,
  type ImpactFollow,
  type ImpactUnknown,
} from '@siyu/shared/contracts/analytics.limits';
import { ConfigurationDesk } from '../../foundation/configuration/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { ScoreTrials } from '../../insight/scoring/index.ts';
import { TierCuts } from '../../insight/segments/index.ts';
import { Database } from '../../platform/database/index.ts';
import { BandImpact } from './band-impact.ts';
import { countServed } from './count-served.query.ts';
import { countTierChanges } from './count-tier-changes.query.ts';
import { findJobProgress } from './find-job-progress.query.ts';
import { WordingImpact } from './wording-impact.ts';

type Counted = Partial<Record<ImpactFigure, number>>;
interface Impact {
  readonly figures: Counted;
  readonly unknown: ImpactUnknown | null;
  readonly follow: ImpactFollow | null;
}

/** What a change of configuration touches, before it is made: counted from what is stored, never guessed. */
@Injectable()
export class ConfigImpacts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: ConfigurationDesk,
    private readonly bands: BandImpact,
    private readonly wording: WordingImpact,
    private readonly trials: ScoreTrials,
  ) {}

  /** @throws {ValidationFailed} for a value that could not be proposed */
  async ofValue(key: string, value: Record<string, unknown>): Promise<ConfigImpact> {
    const checked = this.desk.checkValue(key, value).value;
    const readAt = new Date(this.clock.now()).toISOString();
    const { figures, unknown, follow } = await this.#impactOf(key, checked);
    const trial = await this.trials.tryOut(key, checked);
    return {
      key,
      readAt,
      figures: entriesOf(figures),
      unknown,
      trial: trial && { ...trial, moves: [...trial.moves] },
      follow: follow === null ? null : { code: follow, isRunning: await this.#isRunning(follow) },
    };
  }

  async ofVersion(configVersionId: string): Promise<ConfigImpact> {
    const { row, value } = await this.desk.getVersion(configVersionId);
    return this.ofValue(row.key, value);
  }

  async #impactOf(key: string, value: Record<string, unknown>): Promise<Impact> {
    const scoring = { unknown: null, follow: 'score-full' } as const;
    switch (key) {
      case 'scoring.afb-2023':
        return { ...(await this.bands.impactOf(value)), follow: 'score-full' };
      case 'scoring.counting':
        return { figures: { scored: await this.bands.countScored() }, ...scoring };
      case 'scoring.rfe':
      case 'scoring.tie-strength':
        return { figures: { personalised: (await this.#served()).personalised }, ...scoring };
      case 'scoring.relation-stage':
        return { figures: { served: (await this.#served()).served }, ...scoring };
      case 'segments.tiers': {
        const figures = await countTierChanges(this.database.read, TierCuts.parse(value));
        return { figures, unknown: null, follow: 'segment-tiers' };
      }
      case 'feed.weights':
        return {
          figures: { personalised: (await this.#served()).personalised },
          unknown: null,
          follow: 'next-request',
        };
      case 'exchange.holidays':
        return { figures: {}, unknown: 'NOT_USED_YET', follow: null };
      default:
        return key.startsWith('moderation.')
          ? { figures: await this.wording.impactOf(key, value), unknown: null, follow: 'next-request' }
          : { figures: {}, unknown: 'NOT_COUNTED', follow: null };
    }
  }

  async #served() {
    const cells = await countServed(this.database.read);
    const sum = (of: typeof cells) => of.reduce((total, { persons }) => total + persons, 0);
    return { served: sum(cells), personalised: sum(cells.filter(({ isProfiled }) => isProfiled)) };
  }

  /** Whether the job that carries such a change out is still busy with an earlier one. */
  async #isRunning(follow: ImpactFollow): Promise<boolean> {
    if (follow === 'next-request') return false;
    const progress = await findJobProgress(this.database.read, follow);
    if (progress === null) return false;
    return follow === 'score-full' ? progress['finishedAt'] === null : progress['isDone'] === false;
  }
}

function entriesOf(figures: Counted): ConfigImpact['figures'] {
  return IMPACT_FIGURES.flatMap((code) => {
    const count = figures[code];
    return count === undefined ? [] : [{ code, count }];
  });
}
