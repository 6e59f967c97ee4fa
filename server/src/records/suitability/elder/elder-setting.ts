import { Injectable } from '@nestjs/common';
import { formatDay, dayOfInstant } from '@siyu/shared/time';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../../foundation/configuration/index.ts';

const Elder = z.strictObject({
  /** Where the age is from; compliance answers for it. */
  source: z.string().min(1).max(300),
  /** From this age on somebody calls before products are spoken of. */
  age: z.int().min(55).max(100),
});

/** From which age on a member is called first, as the business has set it. */
@Injectable()
export class ElderSetting {
  readonly #key: ConfigurationKey<z.infer<typeof Elder>>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register('suitability.elder', Elder, {
      source: '公司高龄客户服务规定（上线前由合规核定）',
      age: 65,
    });
  }

  async age(at: number): Promise<number> {
    return (await this.configuration.get(this.#key, at)).value.age;
  }

  /** Whoever was born in this year or before has reached the age, or reaches it before the year ends. */
  async lastElderYear(at: number): Promise<number> {
    return yearOf(at) - (await this.age(at));
  }
}

export const yearOf = (at: number): number => Number(formatDay(dayOfInstant(at)).slice(0, 4));
