import { Injectable } from '@nestjs/common';
import {
  OPTION_TEXT_MAX,
  OPTIONS_MAX,
  POINTS_MAX,
  QUESTION_KEY,
  QUESTION_TITLE_MAX,
  QUESTIONS_MAX,
} from '@siyu/shared/contracts/suitability.limits';
import { questionnaireFaultSentences } from '@siyu/shared/messages';
import { findQuestionnaireFaults, PRODUCT_TYPES } from '@siyu/shared/suitability';
import { z } from 'zod';
import {
  Configuration,
  type ConfigurationKey,
  type Configured,
} from '../../../foundation/configuration/index.ts';
import { PLACEHOLDER_QUESTIONNAIRE } from './placeholder-questionnaire.ts';

const HORIZON_MONTHS_MAX = 600;
const Key = z.string().regex(QUESTION_KEY, '只能用小写字母、数字和连字符，字母开头');
const Cut = z.int().min(0);
const Worded = z
  .strictObject({
    /** Where questions and cuts are from; compliance answers for them. */
    source: z.string().min(1).max(300),
    questions: z
      .array(
        z.strictObject({
          key: Key,
          title: z.string().trim().min(1).max(QUESTION_TITLE_MAX),
          isMultiple: z.boolean(),
          options: z
            .array(
              z.strictObject({
                key: Key,
                text: z.string().trim().min(1).max(OPTION_TEXT_MAX),
                points: z.int().min(0).max(POINTS_MAX),
                horizonMonths: z.int().min(1).max(HORIZON_MONTHS_MAX).optional(),
                types: z.array(z.enum(PRODUCT_TYPES)).min(1).max(PRODUCT_TYPES.length).optional(),
              }),
            )
            .min(2)
            .max(OPTIONS_MAX),
        }),
      )
      .min(1)
      .max(QUESTIONS_MAX),
    cuts: z.strictObject({ C1: Cut, C2: Cut, C3: Cut, C4: Cut, C5: Cut }),
    /** Whoever gives one of these belongs to the lowest category. */
    lowestAnswers: z
      .array(z.strictObject({ question: Key, option: Key }))
      .min(1)
      .max(QUESTIONS_MAX),
  })
  .superRefine((questionnaire, context) => {
    for (const { fault, place } of findQuestionnaireFaults(questionnaire))
      context.addIssue({
        code: 'custom',
        path: pathOf(place),
        message: questionnaireFaultSentences[fault],
      });
  });
/** A questionnaire with its words. */
export type WordedQuestionnaire = z.infer<typeof Worded>;

/** `questions[2].options` => ['questions', 2, 'options'] */
const pathOf = (place: string): (string | number)[] =>
  place
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** What the firm asks of whoever wants to see products, version by version; each is agreed to by a second person. */
@Injectable()
export class Questionnaires {
  readonly #key: ConfigurationKey<WordedQuestionnaire>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register('suitability.questionnaire', Worded, PLACEHOLDER_QUESTIONNAIRE);
  }

  at(moment: number): Promise<Configured<WordedQuestionnaire>> {
    return this.configuration.get(this.#key, moment);
  }

  /** The one that answers were given to. @throws {AppError} configuration.version_not_found */
  ofVersion(version: number): Promise<Configured<WordedQuestionnaire>> {
    return this.configuration.getVersion(this.#key, version);
  }
}
