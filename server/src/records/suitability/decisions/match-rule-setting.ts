import { Injectable } from '@nestjs/common';
import { COOLING_HOURS_MIN, MATCH_RULES, type MatchRules, RISK_LEVELS } from '@siyu/shared/suitability';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../../foundation/configuration/index.ts';

const Setting = z.strictObject({
  /** Where the figures are from; compliance answers for them. */
  source: z.string().min(1).max(300),
  highRiskFrom: z.enum(RISK_LEVELS),
  coolingHours: z.int().min(COOLING_HOURS_MIN).max(720),
  askingDays: z.int().min(1).max(365),
  /** So long whoever was cleared may buy, unless what it rests on ends before. */
  clearedDays: z.int().min(1).max(30),
});
type Setting = z.infer<typeof Setting>;

/** What the firm has set and compliance approved. */
export interface MatchSetting {
  readonly rules: MatchRules;
  readonly clearedDays: number;
}

/** The figures of matching, by the moment of the decision; each decision keeps those it was made with. */
@Injectable()
export class MatchRuleSetting {
  readonly #key: ConfigurationKey<Setting>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register('suitability.match', Setting, {
      source: '公司适当性管理制度（上线前由合规按现行监管规定核定）',
      ...MATCH_RULES,
      clearedDays: 3,
    });
  }

  async at(moment: number): Promise<MatchSetting> {
    const { highRiskFrom, coolingHours, askingDays, clearedDays } = (
      await this.configuration.get(this.#key, moment)
    ).value;
    return { rules: { highRiskFrom, coolingHours, askingDays }, clearedDays };
  }
}
